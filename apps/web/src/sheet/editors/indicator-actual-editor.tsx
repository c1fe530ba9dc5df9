import type { ReactElement } from 'react';
import type { IndicatorView } from '../../api';
import { Button, useFormats } from '../../parts';
import { useWords } from '../../words';
import { AnswerView } from '../answer-view';
import { MILESTONES, NO_VALUE_REASONS } from '../answers';
import type { IndicatorAnswer } from '../answers';
import { useAnswer, useDesk } from '../desk';
import { NumberInput } from '../number-input';
import { AnswerError, Two } from '../field-parts';
import { doubtsAboutValue, ValueDoubts } from '../value-doubts';

const INPUT = 'indicator-value';
const DOUBTS = 'd-indicator-value';
const EMPTY: IndicatorAnswer = { value: null, milestone: null, reason: null, preliminary: false };

/** The actual of the year: a value or a stage reached, or the reason why there is none. */
export function IndicatorActualEditor(): ReactElement {
  const { sheet, editable } = useDesk();
  const { now, before } = useAnswer('indicatorActual');
  const indicator = sheet.indicators.find(({ key }) => key === sheet.subject.key) ?? sheet.indicators[0];
  const shown = { field: 'indicatorActual', type: 'indicatorActual', unit: indicator?.unit } as const;
  return (
    <Two last={<AnswerView {...shown} value={before} last />}>
      {editable ? <Form indicator={indicator} /> : <AnswerView {...shown} value={now} />}
      <AnswerError id="indicatorActual" />
    </Two>
  );
}

function Form({ indicator }: { readonly indicator: IndicatorView | undefined }): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { percent } = useFormats();
  const { draft, errorOf, sheet, unfinished } = useDesk();
  const { proposal } = sheet;
  const { now = EMPTY, write } = useAnswer('indicatorActual');
  const without = now.reason !== null;
  const change = (part: Partial<IndicatorAnswer>) => {
    const next = { ...now, ...part };
    write(next.value === null && next.milestone === null && next.reason === null ? null : next);
  };
  const settle = (part: Partial<IndicatorAnswer>) => {
    unfinished.holdText(INPUT, null);
    change(part);
  };
  const doubts = doubtsAboutValue(draft.concerns);
  const sign = /^[%％]$/.test(indicator?.unit ?? '') ? percent('') : (indicator?.unit ?? '');
  const unit = sign === '' ? '' : words('unit.bracket', { unit: sign });
  return (
    <div className="actual-form" id="f-indicatorActual">
      {indicator?.kind === 'milestone' ? (
        <fieldset className="choices">
          <legend className="label">{say('actual.milestone')}</legend>
          {MILESTONES.map((milestone) => (
            <label className="radio" key={milestone}>
              <input
                type="radio"
                name="milestone"
                checked={now.milestone === milestone}
                onChange={() => change({ milestone, reason: null })}
              />
              {words(`milestone.${milestone}`)}
            </label>
          ))}
        </fieldset>
      ) : (
        <div>
          <label className="label" htmlFor={`f-${INPUT}`}>
            {say('actual.value', { unit })}
          </label>
          <NumberInput
            field="indicatorActual"
            input={INPUT}
            label={say('actual.value', { unit })}
            value={now.value ?? undefined}
            unit={sign}
            invalid={errorOf('indicatorActual') !== null}
            onChange={(value) => change({ value, ...(value !== null && { reason: null }) })}
            {...(doubts.length > 0 && { describedBy: DOUBTS })}
          />
          <ValueDoubts id={DOUBTS} doubts={doubts} />
          {proposal && now.value !== proposal.value && (
            <p className="sub">
              {say('actual.proposal', {
                value: proposal.value,
                unit: sign,
                numerator: proposal.numerator,
                denominator: proposal.denominator,
              })}{' '}
              <Button small onClick={() => settle({ value: proposal.value, reason: null })}>
                {say('actual.take_proposal')}
              </Button>
            </p>
          )}
          {indicator && indicator.decimals > 0 && (
            <p className="sub">{say('actual.decimals', { count: indicator.decimals })}</p>
          )}
        </div>
      )}
      <label className="tick">
        <input
          type="checkbox"
          checked={now.preliminary}
          onChange={({ target }) => write({ ...now, preliminary: target.checked })}
        />
        {say('actual.preliminary')}
      </label>
      <fieldset className="choices">
        <legend className="label">{say('actual.reason')}</legend>
        <label className="radio">
          <input type="radio" name="no-value" checked={!without} onChange={() => change({ reason: null })} />
          {say('actual.has_value')}
        </label>
        {NO_VALUE_REASONS.map((reason) => (
          <label className="radio" key={reason}>
            <input
              type="radio"
              name="no-value"
              checked={now.reason === reason}
              onChange={() => settle({ reason, value: null, milestone: null, preliminary: false })}
            />
            {words(`choice.reason.${reason}`)}
          </label>
        ))}
      </fieldset>
      {indicator?.note && <p className="sub">{indicator.note}</p>}
    </div>
  );
}

import type { ReactElement } from 'react';
import type { Answers } from '../../api';
import { Button, useFormats } from '../../parts';
import { useWords } from '../../words';
import { each, percentOf, product } from '../decimals';
import { useAnswer, useDesk } from '../desk';
import { NumberInput } from '../number-input';
import { AnswerError } from '../field-parts';
import { doubtsAboutAmount, ValueDoubts } from '../value-doubts';

type Kind = 'settled' | 'budget';
type CostKey = 'settledCost' | 'settledPersonYears' | 'budget' | 'plannedPersonYears';

const KEYS: Readonly<Record<Kind, readonly [CostKey, CostKey]>> = {
  settled: ['settledCost', 'settledPersonYears'],
  budget: ['budget', 'plannedPersonYears'],
};
const PLANNED: Readonly<Partial<Record<CostKey, 'budget' | 'plannedPersonYears'>>> = {
  settledCost: 'budget',
  settledPersonYears: 'plannedPersonYears',
};

const doubtsId = (key: CostKey): string => `d-${key}`;

/** Cost and person-years: last year, this year's budget, this year's figure, and how much of the budget it is. */
export function CostTable({ kind }: { readonly kind: Kind }): ReactElement {
  const say = useWords('sheet-page');
  const { draft, editable } = useDesk();
  const settled = kind === 'settled';
  return (
    <>
      <table className="tbl">
        <thead>
          <tr>
            <th scope="col">{say('cost.kind')}</th>
            <th scope="col" className="num">
              {say(settled ? 'cost.last_settled' : 'cost.last_budget')}
            </th>
            {settled && (
              <th scope="col" className="num">
                {say('cost.budget')}
              </th>
            )}
            <th scope="col" className="num w">
              {say(settled ? 'cost.settled' : 'cost.this_budget')}
            </th>
            {settled && (
              <th scope="col" className="num">
                {say('cost.rate')}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {KEYS[kind].map((key, at) => (
            <CostRow key={key} id={key} settled={settled} money={at === 0} />
          ))}
        </tbody>
      </table>
      {KEYS[kind].map((key) => (
        <AnswerError key={key} id={key} />
      ))}
      {editable &&
        KEYS[kind].map((key) => (
          <ValueDoubts key={key} id={doubtsId(key)} doubts={doubtsAboutAmount(draft.concerns, key)} />
        ))}
      <p className="hint">
        <Labour years={KEYS[kind][1]} />
        {settled && <CostOfEach />}
      </p>
    </>
  );
}

function CostRow({ id, settled, money }: { id: CostKey; settled: boolean; money: boolean }): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const formats = useFormats();
  const { sheet, draft, editable, statusOf, errorOf, held, unfinished } = useDesk();
  const { now, before, write } = useAnswer(id);
  const planKey = PLANNED[id];
  const planned = planKey ? (sheet.planAnswers?.[planKey] ?? undefined) : undefined;
  const field = sheet.fields.find(({ key }) => key === id);
  const label = words(`field.${id}`);
  const show = (value: string | undefined) =>
    value === undefined ? words('value.none') : money ? formats.money(value) : formats.number(value);
  const rate =
    money && held.texts[id] === undefined && now !== undefined && planned !== undefined
      ? percentOf(now, planned)
      : null;
  const doubtful = doubtsAboutAmount(draft.concerns, id).length > 0;
  const waits = field !== undefined && statusOf(field) === 'unconfirmed' && before !== undefined;
  return (
    <tr>
      <td>
        {say(money ? 'cost.project' : 'cost.years')}
        <span className="sub">
          {words('unit.bracket', { unit: words(money ? 'unit.money' : 'unit.years') })}
        </span>
      </td>
      <td className="num prev" data-l={say('cost.short_last')}>
        {show(before)}
      </td>
      {settled && (
        <td className="num" data-l={say('cost.short_budget')}>
          {show(planned)}
        </td>
      )}
      <td className="w num">
        {editable ? (
          <NumberInput
            field={id}
            label={label}
            value={now}
            onChange={write}
            money={money}
            neverNegative
            {...(money && { unit: words('unit.money') })}
            {...(doubtful && { describedBy: doubtsId(id) })}
            {...(waits && { waiting: say('cost.waiting', { value: show(before) }) })}
            invalid={errorOf(id) !== null}
          />
        ) : (
          show(now)
        )}
        {editable && waits && (
          <Button
            small
            icon="tick"
            aria-label={say('of_field', { action: say('keep'), field: label })}
            onClick={() => {
              unfinished.giveUp(id);
              write(before);
            }}
          >
            {say('keep')}
          </Button>
        )}
      </td>
      {settled && <td className="num">{rate === null ? words('value.none') : formats.percent(rate)}</td>}
    </tr>
  );
}

function Labour({ years }: { readonly years: CostKey }): ReactElement {
  const say = useWords('sheet-page');
  const { money } = useFormats();
  const { sheet } = useDesk();
  const { now } = useAnswer(years);
  if (now === undefined || sheet.labourUnitCost === '') return <span />;
  const cost = product(now, sheet.labourUnitCost);
  return <span>{say('cost.labour', { cost: money(cost), unit: money(sheet.labourUnitCost) })}</span>;
}

/** Cost by the first activity indicator: what one of them took, this year and last. */
function CostOfEach(): ReactElement | null {
  const say = useWords('sheet-page');
  const { money } = useFormats();
  const { sheet, answers } = useDesk();
  const activity = sheet.planAnswers?.activityIndicators?.[0];
  if (!activity) return null;
  const costOf = (year: Answers | undefined) => {
    const count = year?.activityActuals?.find(({ name }) => name === activity.name)?.value;
    return year?.settledCost && count ? each(year.settledCost, count) : null;
  };
  const cost = costOf(answers);
  const last = costOf(sheet.lastYear?.answers);
  if (cost === null) return null;
  return (
    <span>
      {say('cost.each', { name: activity.name, unit: activity.unit, cost: money(cost) })}
      {last !== null && say('cost.each_last', { cost: money(last) })}
    </span>
  );
}

import { useId } from 'react';
import type { ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Stage } from '../api';
import { useScrolledRow } from '../parts/scrolled-row';
import { useWords } from '../words';
import { todayPath } from './today-address';
import type { TodayAddress } from './today-address';
import { URGENCY } from './today-order';

interface TodayFilterProps {
  readonly address: TodayAddress;
  readonly counts: {
    readonly kinds: readonly { readonly kind: string; readonly count: number }[];
    readonly stages: readonly { readonly stage: Stage; readonly count: number }[];
  };
  /** Which part of the address a chip sets, and whose words it bears. */
  readonly by: 'kind' | 'state';
}

/** The kinds that there are, each with how many, and the stages; the list always has as many as its choice says. */
export function TodayFilter({ address, counts, by }: TodayFilterProps): ReactElement | null {
  const say = useWords('today');
  const parts = useWords('parts');
  const navigate = useNavigate();
  const id = useId();
  const chosen = address[by];
  const { row, hidden } = useScrolledRow(chosen ?? 'all');
  // What waits for others is shown below the reader's own work, and is not counted with it.
  const whole =
    by === 'kind' ? counts.kinds.filter(({ kind }) => URGENCY.some((one) => one === kind)) : counts.kinds;
  const all = whole.reduce((sum, { count }) => sum + count, 0);
  const ofStages = counts.stages.reduce((sum, { count }) => sum + count, 0);
  // One kind of one stage is all there is to see: nothing to choose from.
  if (chosen === null && address.stage === null && counts.kinds.length < 2 && counts.stages.length < 2)
    return null;
  const word = (kind: string) => (by === 'kind' ? say(`chip.${kind}`) : parts(`state.${kind}`));
  const { view, stage } = address;
  return (
    <div className="today-filter">
      <nav ref={row} className="chips scrolled-row" data-hidden={hidden} aria-label={say('filter.label')}>
        <Chip
          to={todayPath({ view, stage })}
          chosen={chosen === null}
          name={say(by === 'kind' ? 'filter.to_do' : 'filter.all')}
          count={all}
        />
        {counts.kinds.map(({ kind, count }) => (
          <Chip
            key={kind}
            to={todayPath({ view, stage, [by]: kind })}
            chosen={chosen === kind}
            name={word(kind)}
            count={count}
          />
        ))}
        {chosen !== null && !counts.kinds.some(({ kind }) => kind === chosen) && (
          <Chip to={todayPath(address)} chosen name={word(chosen)} count={0} />
        )}
      </nav>
      {(counts.stages.length > 1 || stage !== null) && (
        <p className="today-stage">
          <label htmlFor={id}>{say('filter.stage')}</label>
          <select
            className="input"
            id={id}
            value={stage ?? ''}
            onChange={({ target }) =>
              void navigate(
                todayPath({
                  view,
                  [by]: chosen,
                  stage: target.value === '' ? null : (target.value as Stage),
                }),
              )
            }
          >
            <option value="">{say('filter.all_stages', { count: ofStages })}</option>
            {counts.stages.map((one) => (
              <option key={one.stage} value={one.stage}>
                {say('filter.one_stage', { stage: parts(`stage.${one.stage}`), count: one.count })}
              </option>
            ))}
            {stage !== null && !counts.stages.some((one) => one.stage === stage) && (
              <option value={stage}>
                {say('filter.one_stage', { stage: parts(`stage.${stage}`), count: 0 })}
              </option>
            )}
          </select>
        </p>
      )}
    </div>
  );
}

interface ChipProps {
  readonly to: string;
  readonly chosen: boolean;
  readonly name: string;
  readonly count: number;
}

function Chip({ to, chosen, name, count }: ChipProps): ReactElement {
  const say = useWords('today');
  return (
    <Link className="chip" to={to} aria-current={chosen ? 'true' : undefined}>
      {name}
      <span className="chip-count">
        {count}
        <span className="sr">{say('group.count')}</span>
      </span>
    </Link>
  );
}

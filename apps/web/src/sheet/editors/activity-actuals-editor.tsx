import type { ReactElement } from 'react';
import { useFormats } from '../../parts';
import { useWords } from '../../words';
import type { ActivityIndicator } from '../answers';
import { difference } from '../decimals';
import { useAnswer, useDesk } from '../desk';
import { NumberInput } from '../number-input';
import { actualInput } from '../open-places';
import { AnswerError } from '../field-parts';

/** What was reached of each activity indicator that the Plan promised, beside last year and the target. */
export function ActivityActualsEditor(): ReactElement {
  const say = useWords('sheet-page');
  const { sheet } = useDesk();
  const planned = sheet.planAnswers?.activityIndicators ?? [];
  if (planned.length === 0) return <p className="sub">{say('activity.none')}</p>;
  return (
    <>
      <table className="tbl" id="f-activityActuals">
        <thead>
          <tr>
            <th scope="col">{say('activity.name')}</th>
            <th scope="col" className="num">
              {say('activity.last_actual')}
            </th>
            <th scope="col" className="num">
              {say('activity.this_target')}
            </th>
            <th scope="col" className="num w">
              {say('activity.actual')}
            </th>
            <th scope="col" className="num">
              {say('activity.gap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {planned.map((activity, at) => (
            <ActualRow key={activity.name} at={at} activity={activity} planned={planned} />
          ))}
        </tbody>
      </table>
      <AnswerError id="activityActuals" />
    </>
  );
}

interface ActualRowProps {
  /** Its place in the plan's list, from 0. */
  readonly at: number;
  readonly activity: ActivityIndicator;
  readonly planned: readonly ActivityIndicator[];
}

function ActualRow({ at, activity, planned }: ActualRowProps): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { number, signed } = useFormats();
  const { editable, errorOf, held } = useDesk();
  const unread = held.texts[actualInput(at)] !== undefined;
  const { now, before, write } = useAnswer('activityActuals');
  const value = now?.find(({ name }) => name === activity.name)?.value ?? undefined;
  const last = before?.find(({ name }) => name === activity.name)?.value ?? undefined;
  const show = (amount: string | undefined) => (amount === undefined ? words('value.none') : number(amount));
  const change = (next: string | null) =>
    write(
      planned.map(({ name }) => ({
        name,
        value: name === activity.name ? next : (now?.find((row) => row.name === name)?.value ?? null),
      })),
    );
  return (
    <tr>
      <td>
        {activity.name}
        {activity.unit && <span className="sub">{words('unit.bracket', { unit: activity.unit })}</span>}
      </td>
      <td className="num prev" data-l={say('activity.short_last')}>
        {show(last)}
      </td>
      <td className="num" data-l={say('activity.short_target')}>
        {number(activity.target)}
      </td>
      <td className="w num">
        {editable ? (
          <NumberInput
            field="activityActuals"
            input={actualInput(at)}
            label={say('activity.actual_of', { name: activity.name })}
            value={value}
            unit={activity.unit}
            onChange={change}
            invalid={value === undefined && errorOf('activityActuals') !== null}
          />
        ) : (
          show(value)
        )}
      </td>
      <td className="num">
        {value === undefined || unread ? words('value.none') : signed(difference(value, activity.target))}
      </td>
    </tr>
  );
}

import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button } from '../../parts';
import { useWords } from '../../words';
import { ASPECTS, RATINGS } from '../answers';
import type { Rating } from '../answers';
import { AnswerView } from '../answer-view';
import { useAnswer, useDesk } from '../desk';
import { FieldError } from '../field-parts';

/** Necessity, effectiveness, efficiency, fairness: a, b or c with a reason each. */
export function RatingsEditor(): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { editable, sheet } = useDesk();
  const { now, before, write } = useAnswer('ratings');
  const [wanted, setWanted] = useState(false);
  const field = sheet.fields.find(({ key }) => key === 'ratings');
  if (editable && field?.required === false && now === undefined && !wanted) {
    return (
      <p className="acts" id="f-ratings">
        <Button small onClick={() => setWanted(true)}>
          {say('ratings.begin')}
        </Button>
      </p>
    );
  }
  if (!editable) return <AnswerView field="ratings" type="ratings" value={now} />;
  const change = (aspect: Rating['aspect'], part: Partial<Rating>) => {
    const old = now?.find((one) => one.aspect === aspect);
    const next: Rating = { aspect, rating: 'b', reason: '', ...old, ...part };
    write(ASPECTS.flatMap((one) => (one === aspect ? next : (now?.find((row) => row.aspect === one) ?? []))));
  };
  return (
    <>
      <table className="tbl ratings" id="f-ratings">
        <thead>
          <tr>
            <th scope="col">{say('ratings.aspect')}</th>
            {sheet.lastYear && <th scope="col">{say('ratings.last')}</th>}
            <th scope="col">{say('ratings.rating')}</th>
            <th scope="col">{say('ratings.reason')}</th>
          </tr>
        </thead>
        <tbody>
          {ASPECTS.map((aspect) => {
            const row = now?.find((one) => one.aspect === aspect);
            const last = before?.find((one) => one.aspect === aspect);
            const name = words(`aspect.${aspect}`);
            return (
              <tr key={aspect}>
                <td>{name}</td>
                {sheet.lastYear && (
                  <td className="prev" data-l={say('ratings.last')}>
                    {last ? `${last.rating} ${words(`choice.ratings.${last.rating}`)}` : words('value.none')}
                  </td>
                )}
                <td>
                  <fieldset className="rating">
                    <legend className="sr">{name}</legend>
                    {RATINGS.map((rating) => (
                      <label className="radio" key={rating}>
                        <input
                          type="radio"
                          name={`rating-${aspect}`}
                          checked={row?.rating === rating}
                          onChange={() => change(aspect, { rating })}
                        />
                        <span>
                          <b>{rating}</b> {words(`choice.ratings.${rating}`)}
                        </span>
                      </label>
                    ))}
                  </fieldset>
                </td>
                <td>
                  <textarea
                    className="textarea"
                    rows={2}
                    maxLength={1000}
                    aria-label={say('ratings.reason_of', { aspect: name })}
                    value={row?.reason ?? ''}
                    placeholder={last?.reason}
                    onChange={({ target }) => change(aspect, { reason: target.value })}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <FieldError id="ratings" />
    </>
  );
}

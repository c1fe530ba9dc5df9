import { useState } from 'react';
import type { ReactElement } from 'react';
import { Button, Icon } from '../../parts';
import { useWords } from '../../words';
import { ASPECTS, RATINGS } from '../answers';
import type { Rating } from '../answers';
import { AnswerView } from '../answer-view';
import { useAnswer, useDesk } from '../desk';
import { AnswerError } from '../field-parts';

type Aspect = Rating['aspect'];

const inputOf = (aspect: Aspect) => `ratings-${aspect}`;

/** Necessity, effectiveness, efficiency, fairness: a, b or c with a reason each. */
export function RatingsEditor(): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { asked, editable, held, sheet, unfinished } = useDesk();
  const { now, before, write } = useAnswer('ratings');
  const [wanted, setWanted] = useState(false);
  const field = sheet.fields.find(({ key }) => key === 'ratings');
  const begun = ASPECTS.some((aspect) => held.texts[inputOf(aspect)]);
  if (editable && field?.required === false && now === undefined && !wanted && !begun) {
    return (
      <p className="acts" id="f-ratings">
        <Button small onClick={() => setWanted(true)}>
          {say('ratings.begin')}
        </Button>
      </p>
    );
  }
  if (!editable) return <AnswerView field="ratings" type="ratings" value={now} />;
  const put = (next: Rating) =>
    write(
      ASPECTS.flatMap((one) => (one === next.aspect ? next : (now?.find((row) => row.aspect === one) ?? []))),
    );
  const rate = (aspect: Aspect, rating: Rating['rating']) => {
    const reason =
      now?.find((one) => one.aspect === aspect)?.reason ?? held.texts[inputOf(aspect)]?.text ?? '';
    unfinished.holdText(inputOf(aspect), null);
    put({ aspect, rating, reason });
  };
  // A reason without a rating waits for it: nobody's rating is guessed.
  const explain = (aspect: Aspect, text: string) => {
    const rated = now?.find((one) => one.aspect === aspect);
    if (rated) return put({ ...rated, reason: text });
    unfinished.holdText(
      inputOf(aspect),
      text.trim() === '' ? null : { field: 'ratings', kind: 'rating', text },
    );
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
              <tr key={aspect} id={`f-${inputOf(aspect)}`}>
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
                          onChange={() => rate(aspect, rating)}
                        />
                        <span>
                          <b>{rating}</b> {words(`choice.ratings.${rating}`)}
                        </span>
                      </label>
                    ))}
                  </fieldset>
                  {asked && held.texts[inputOf(aspect)] && (
                    <p className="err-msg">
                      <Icon name="warning" small />
                      {say('ratings.unrated')}
                    </p>
                  )}
                </td>
                <td>
                  <textarea
                    className="textarea"
                    rows={2}
                    maxLength={1000}
                    aria-label={say('ratings.reason_of', { aspect: name })}
                    value={row?.reason ?? held.texts[inputOf(aspect)]?.text ?? ''}
                    placeholder={last?.reason}
                    onChange={({ target }) => explain(aspect, target.value)}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <AnswerError id="ratings" />
    </>
  );
}

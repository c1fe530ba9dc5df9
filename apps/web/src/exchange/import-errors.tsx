import type { ReactElement } from 'react';
import { isProblem } from '../api';
import type { Place } from '../api';
import { Notice, useErrorSentence } from '../parts';
import { useWords } from '../words';
import { EXCHANGE } from './words';

/** What is wrong in a file, by row and column as the spreadsheet counts them. */
export function ImportErrors({ error }: { readonly error: unknown }): ReactElement {
  const say = useWords(EXCHANGE);
  const sentence = useErrorSentence();
  const places = isProblem(error) ? error.places : [];
  return (
    <>
      <Notice tone="bad" role="alert">
        <p>{sentence(error)}</p>
      </Notice>
      {places.length > 0 && (
        <div className="errors" role="region" tabIndex={0} aria-label={say('errors.title')}>
          <table>
            <caption className="sr">{say('errors.title')}</caption>
            <thead>
              <tr>
                <th scope="col" className="num">
                  {say('errors.row')}
                </th>
                <th scope="col">{say('errors.column')}</th>
                <th scope="col">{say('errors.text')}</th>
              </tr>
            </thead>
            <tbody>
              {places.map((place, at) => (
                <ErrorRow key={at} place={place} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}

function ErrorRow({ place }: { readonly place: Place }): ReactElement {
  const say = useWords(EXCHANGE);
  return (
    <tr>
      <td className="num">{place.row ?? say('errors.none')}</td>
      <td className="nb">{place.column ?? place.field ?? say('errors.none')}</td>
      <td>{place.text}</td>
    </tr>
  );
}

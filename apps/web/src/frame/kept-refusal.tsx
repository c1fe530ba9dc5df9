import type { ReactElement } from 'react';
import { ButtonLink, Icon, PageTitle } from '../parts';
import { useWords } from '../words';
import { FRAME_LATE } from './late-words';
import type { KeptPage } from './readers';

/** Whose page it is, and the way to one's own work. */
export default function KeptRefusal({ page }: { readonly page: KeptPage }): ReactElement {
  const say = useWords(FRAME_LATE);
  return (
    <section className="failed">
      <Icon name="info" />
      <PageTitle tab={say('kept.title')}>{say('kept.title')}</PageTitle>
      <p>{say(`kept.${page}`)}</p>
      <p className="failed-ways">
        <ButtonLink to="/" kind="primary">
          {say('kept.home')}
        </ButtonLink>
      </p>
    </section>
  );
}

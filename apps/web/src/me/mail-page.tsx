import './me.css';
import type { ReactElement } from 'react';
import { useSession } from '../frame/session';
import { PageTitle } from '../parts';
import { useWords } from '../words';
import { AbsenceCard } from './absence-card';
import { LettersCard } from './letters-card';
import { MeNav } from './me-nav';
import { PreferenceCard } from './preference-card';
import { ME } from './words';

/** How my mail comes, who reads along while I am away, and what I got and why. */
export default function MailPage(): ReactElement {
  const say = useWords(ME);
  const { outsider } = useSession();
  return (
    <div className="me-page">
      <PageTitle tab={say('title')}>{say('title')}</PageTitle>
      <MeNav />
      <p className="sub">{say('lead')}</p>
      <PreferenceCard />
      {!outsider && <AbsenceCard />}
      <LettersCard />
    </div>
  );
}

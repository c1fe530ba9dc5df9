import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo, useState } from 'react';
import type { KeyboardEvent, ReactElement } from 'react';
import { Link, useNavigate } from 'react-router';
import { planQuery } from '../api';
import type { PlanTree } from '../api';
import { Dialog, Failed, Loading } from '../parts';
import { useWords } from '../words';

interface Found {
  readonly key: string;
  readonly to: string;
  readonly kind: 'section' | 'item' | 'indicator';
  readonly title: string;
  readonly place: string;
  /** What is searched, folded. */
  readonly text: string;
}

const MOST = 30;

/** Full-width and half-width, large and small letters are the same. */
const fold = (text: string) => text.normalize('NFKC').toLowerCase();

/** Everything of the plan that has a page of its own. */
function placesOf(plan: PlanTree): readonly Found[] {
  return plan.sections.flatMap((section): Found[] => {
    const place = `${section.number} ${section.title}`;
    const to = `/plan/${encodeURIComponent(section.key)}`;
    const own: Found = { key: section.key, to, kind: 'section', title: place, place: '', text: fold(place) };
    const indicators = section.indicators.map(({ key, name }): Found => ({
      key,
      to,
      kind: 'indicator',
      title: name,
      place,
      text: fold(`${name} ${place}`),
    }));
    const items = section.programs.flatMap((program) =>
      program.items.map(({ key, marker, text, departments }): Found => {
        const where = `${place} ＞ ${program.number} ${program.title}`;
        const who = departments.map(({ name }) => name).join(' ');
        return {
          key,
          to: `/items/${encodeURIComponent(key)}`,
          kind: 'item',
          title: `${marker}　${text}`,
          place: where,
          text: fold(`${text} ${where} ${who}`),
        };
      }),
    );
    return [own, ...indicators, ...items];
  });
}

/** Finds sections, indicators and items of the plan by any words in them, departments included. */
export default function FindDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords('frame');
  const navigate = useNavigate();
  const { data: plan, error, refetch } = useQuery(planQuery);
  const [text, setText] = useState('');
  const wanted = useDeferredValue(fold(text).split(/\s+/).filter(Boolean));
  const places = useMemo(() => (plan ? placesOf(plan) : []), [plan]);
  const found =
    wanted.length === 0 ? [] : places.filter((one) => wanted.every((word) => one.text.includes(word)));
  const [first] = found;
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !first || event.nativeEvent.isComposing) return;
    onClose();
    void navigate(first.to);
  };
  return (
    <Dialog title={say('find')} open onClose={onClose}>
      <label className="label" htmlFor="find">
        {say('find.label')}
      </label>
      <input
        className="input"
        id="find"
        autoComplete="off"
        data-first
        value={text}
        onChange={({ target }) => setText(target.value)}
        onKeyDown={onKey}
      />
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!plan && !error && <Loading rows={2} />}
      <p className="sub find-count" role="status">
        {wanted.length === 0
          ? say('find.hint')
          : found.length === 0
            ? say('find.nothing')
            : say('find.count', { count: found.length })}
      </p>
      <ul className="found">
        {found.slice(0, MOST).map((one) => (
          <li key={`${one.kind} ${one.key}`}>
            <Link to={one.to} onClick={onClose}>
              <span className="pill">{say(`find.${one.kind}`)}</span>
              <span>
                <b>{one.title}</b>
                <span className="sub">{one.place}</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}

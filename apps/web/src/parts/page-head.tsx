import { createContext, useContext, useEffect, useRef } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useWords } from '../words';
import { noteVisit } from './visits';

/** Name of the city, shown in the title of every page. */
export const CityContext = createContext('');

/** The first page a person opens keeps the focus where the browser puts it. */
let firstPage: string | null = null;

interface PageTitleProps {
  readonly children: ReactNode;
  /** The title of the browser's tab; the heading's own text when it is plain text. */
  readonly tab: string;
  readonly className?: string;
}

/** The heading of a page: names the tab and takes the focus when the page is another; who narrows a list stays there. */
export function PageTitle({ children, tab, className }: PageTitleProps): ReactElement {
  const say = useWords('parts');
  const city = useContext(CityContext);
  const { key, pathname, search } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);
  const shown = useRef<string | null>(null);
  useEffect(() => {
    firstPage ??= key;
    if (firstPage !== key && shown.current !== pathname) heading.current?.focus({ preventScroll: true });
    shown.current = pathname;
  }, [key, pathname]);
  useEffect(() => noteVisit(key, `${pathname}${search}`, tab), [key, pathname, search, tab]);
  return (
    <>
      <title>{say('page.tab', { page: tab, city })}</title>
      <h1 ref={heading} tabIndex={-1} className={className}>
        {children}
      </h1>
    </>
  );
}

interface CrumbsProps {
  readonly children: readonly ReactNode[];
}

/** Where I am: links from the outside in, the last one without. */
export function Crumbs({ children }: CrumbsProps): ReactElement {
  const say = useWords('parts');
  return (
    <nav className="crumb" aria-label={say('crumbs.label')}>
      {children
        .filter((part) => part !== null && part !== undefined && part !== false && part !== '')
        .map((part, at, all) => (
          <span key={at}>
            {part}
            {at < all.length - 1 && <span aria-hidden="true">＞</span>}
          </span>
        ))}
    </nav>
  );
}

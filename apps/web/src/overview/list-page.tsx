import './lists.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { planReportQuery } from '../api/reports';
import { Crumbs, Failed, PageTitle, useFormats } from '../parts';
import { useWords } from '../words';
import { CommitmentList } from './commitment-list';
import { IndicatorStatusList } from './indicator-status-list';
import { SheetList } from './sheet-list';
import { COMMITMENTS_SHOWN, SHEETS_SHOWN } from './list-places';
import type { Listed } from './list-places';
import { OVERVIEW } from './words';

const LISTS = { sheets: SheetList, commitments: CommitmentList, indicators: IndicatorStatusList } as const;

/** The list behind a number of the overview; the filter is the address, so it can be sent to somebody. */
export default function ListPage(): ReactElement {
  const say = useWords(OVERVIEW);
  const { year } = useFormats();
  const { year: asked = '', what = 'sheets' } = useParams();
  const [params, setParams] = useSearchParams();
  const fiscalYear = Number(asked);
  const { data: report, error, refetch } = useQuery(planReportQuery(fiscalYear));
  const listed: Listed = what === 'commitments' || what === 'indicators' ? what : 'sheets';
  const section = params.get('section');
  const put = (name: string, value: string) => {
    const next = new URLSearchParams(window.location.search);
    if (value === '') next.delete(name);
    else next.set(name, value);
    if (name !== 'page') next.delete('page');
    setParams(next);
  };
  const List = LISTS[listed];
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  const title = say(`list.${listed}`, { year: year(fiscalYear) });
  return (
    <div className="lists">
      <Crumbs>
        {[
          <Link key="overview" to={`/reports/${fiscalYear}`}>
            {say('title')}
          </Link>,
          title,
        ]}
      </Crumbs>
      <PageTitle tab={title}>{title}</PageTitle>
      <div className="list-filters" role="search" aria-label={say('list.filter')}>
        <label>
          <span className="label">{say('list.section')}</span>
          <select
            className="input"
            value={section ?? ''}
            onChange={({ target }) => put('section', target.value)}
          >
            <option value="">{say('list.every_section')}</option>
            {report?.sections.map(({ key, number, title: name }) => (
              <option key={key} value={key}>
                {`${number} ${name}`}
              </option>
            ))}
          </select>
        </label>
        <ShowChoice listed={listed} show={params.get('show') ?? 'all'} onShow={(show) => put('show', show)} />
      </div>
      <List
        fiscalYear={fiscalYear}
        section={section}
        show={params.get('show') ?? 'all'}
        withoutShare={params.get('without') === 'share'}
        page={Math.max(1, Number(params.get('page')) || 1)}
        onPage={(page) => put('page', String(page))}
      />
    </div>
  );
}

interface ShowChoiceProps {
  readonly listed: Listed;
  readonly show: string;
  readonly onShow: (show: string) => void;
}

function ShowChoice({ listed, show, onShow }: ShowChoiceProps): ReactElement {
  const say = useWords(OVERVIEW);
  const parts = useWords('parts');
  const wordOf = (code: string) => {
    if (code === 'all') return say('list.all');
    return listed === 'indicators' ? parts(`status.${code}`) : say(`list.${listed}.${code}`);
  };
  return (
    <label>
      <span className="label">{say('list.show')}</span>
      <select
        className="input"
        value={show}
        onChange={({ target }) => onShow(target.value === 'all' ? '' : target.value)}
      >
        {CHOICES[listed].map((code) => (
          <option key={code} value={code}>
            {wordOf(code)}
          </option>
        ))}
      </select>
    </label>
  );
}

const CHOICES: Readonly<Record<Listed, readonly string[]>> = {
  sheets: SHEETS_SHOWN,
  commitments: COMMITMENTS_SHOWN,
  indicators: [
    'all',
    'achieved',
    'on_track',
    'mostly_on_track',
    'flat',
    'behind',
    'worse',
    'not_judged',
    'awaited',
  ],
};

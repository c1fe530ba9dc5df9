import './plan.css';
import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router';
import { indicatorsQuery, itemStatesQuery, planQuery } from '../api';
import { reportYearsQuery } from '../api/reports';
import type { PlanSection, PlanTree } from '../api';
import { useSession } from '../frame/session';
import { IndicatorCard } from '../indicators/indicator-card';
import { ButtonLink, Card, Crumbs, Empty, Failed, Loading, PageTitle } from '../parts';
import { useWords } from '../words';
import { ItemList } from './item-list';
import { pathTo } from './plan-tree';
import { PLAN } from './words';

/** One section of the plan: background, policies, indicators with charts, programs and items. */
export default function SectionPage(): ReactElement {
  const say = useWords(PLAN);
  const { sectionKey = '' } = useParams();
  const { data, error, refetch } = useQuery(planQuery);
  if (error) return <Failed page error={error} retry={() => void refetch()} />;
  if (!data) return <Loading rows={8} />;
  const path = pathTo(data, sectionKey);
  const section = path.at(-1);
  if (section === undefined) {
    return (
      <Empty title={say('section.missing')}>
        <ButtonLink to="/plan">{say('section.to_plan')}</ButtonLink>
      </Empty>
    );
  }
  return <Section plan={data} path={path} section={section} />;
}

interface SectionProps {
  readonly plan: PlanTree;
  readonly path: readonly PlanSection[];
  readonly section: PlanSection;
}

function Section({ plan, path, section }: SectionProps): ReactElement {
  const say = useWords(PLAN);
  const years = useQuery(reportYearsQuery);
  const children = plan.sections.filter((one) => one.parentKey === section.key);
  const { outsider } = useSession();
  const { data: stated } = useQuery({
    ...itemStatesQuery(section.key),
    enabled: !outsider && section.programs.length > 0,
  });
  const states = new Map(stated?.states.map((one) => [one.itemKey, one]));
  const shown = years.data?.shown;
  return (
    <div className="plan section">
      <Crumbs>
        {[
          <Link key="plan" to="/plan">
            {plan.title}
          </Link>,
          ...path.slice(0, -1).map((one) => (
            <Link key={one.key} to={`/plan/${encodeURIComponent(one.key)}`}>
              {one.number} {one.title}
            </Link>
          )),
        ]}
      </Crumbs>
      <div className="section-head">
        <div>
          <PageTitle tab={`${section.number} ${section.title}`}>
            <small>{section.number}</small>
            {section.title}
          </PageTitle>
          <p className="sub">
            {section.leadName === null
              ? say('section.no_lead')
              : say('section.lead', { name: section.leadName })}
          </p>
        </div>
        {shown !== undefined && section.programs.length > 0 && (
          <ButtonLink icon="print" to={`/reports/${shown}/sections/${encodeURIComponent(section.key)}`}>
            {say('section.report')}
          </ButtonLink>
        )}
      </div>
      {children.length > 0 && (
        <Card title={say('section.children')}>
          <ul className="below">
            {children.map((one) => (
              <li key={one.key}>
                <Link to={`/plan/${encodeURIComponent(one.key)}`}>
                  <span className="no">{one.number}</span>
                  {one.title}
                </Link>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {section.background !== '' && (
        <Card title={say('section.background')}>
          <div className="prose">
            {section.background.split(/\n+/).map((text, at) => (
              <p key={at}>{text}</p>
            ))}
          </div>
        </Card>
      )}
      {section.policies.length > 0 && (
        <Card title={say('section.policies')}>
          <ol className="policies">
            {section.policies.map(({ number, text }) => (
              <li key={number}>
                <b>{number}</b>
                <span>{text}</span>
              </li>
            ))}
          </ol>
        </Card>
      )}
      {section.indicators.length > 0 && <Indicators section={section} />}
      {section.programs.map((program) => (
        <Card key={program.key} id={program.key} title={`${program.number} ${program.title}`} bare>
          <ItemList items={program.items} states={states} />
        </Card>
      ))}
    </div>
  );
}

function Indicators({ section }: { readonly section: PlanSection }): ReactElement {
  const say = useWords(PLAN);
  const { data, error, refetch } = useQuery(indicatorsQuery());
  const own = data?.indicators.filter((indicator) => indicator.sectionKey === section.key) ?? [];
  return (
    <section aria-labelledby="section-indicators" className="section-indicators">
      <h2 id="section-indicators">{say('section.indicators')}</h2>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!data && !error && <Loading rows={3} />}
      {data && (
        <ul className={own.length === 1 ? 'wall lone' : 'wall'}>
          {own.map((indicator) => (
            <IndicatorCard
              key={indicator.key}
              indicator={indicator}
              fiscalYear={data.fiscalYear}
              heading="h3"
              withoutSection
            />
          ))}
        </ul>
      )}
    </section>
  );
}

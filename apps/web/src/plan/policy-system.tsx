import type { ReactElement } from 'react';
import { Link } from 'react-router';
import type { PlanTree } from '../api';
import { useWords } from '../words';
import { sectionTree } from './plan-tree';
import type { SectionNode } from './plan-tree';
import { PLAN } from './words';

/** 政策の体系: the plan from its chapters to its programs in one picture, drawn from the data. */
export function PolicySystem({ plan }: { readonly plan: PlanTree }): ReactElement {
  const say = useWords(PLAN);
  return (
    <ul className="system" aria-label={say('system.title')}>
      {sectionTree(plan).map((node) => (
        <Node key={node.section.key} node={node} />
      ))}
    </ul>
  );
}

function Node({ node: { section, children } }: { readonly node: SectionNode }): ReactElement {
  const say = useWords(PLAN);
  const place = `/plan/${encodeURIComponent(section.key)}`;
  return (
    <li className={children.length > 0 ? 'node branch' : 'node'}>
      <Link to={place} className="box">
        <span className="sub">{section.number}</span>
        <b>{section.title}</b>
      </Link>
      {children.length > 0 && (
        <ul>
          {children.map((child) => (
            <Node key={child.section.key} node={child} />
          ))}
        </ul>
      )}
      {section.programs.length > 0 && (
        <ul className="leaves">
          {section.programs.map((program) => (
            <li key={program.key}>
              <Link to={`${place}#${encodeURIComponent(program.key)}`}>
                <span className="no">{program.number}</span>
                {program.title}
              </Link>
              <span className="sub">{say('system.items', { number: program.items.length })}</span>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

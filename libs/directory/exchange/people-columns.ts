import { asCode, asText, choiceWords, problem, tableSpec } from '#files';
import type { CellProblem, TableRow } from '#files';
import type { Level, Role } from '../scope.rules.js';

export const LEVEL_WORDS = choiceWords<Level>({
  member: '担当者',
  subsectionChief: '係長',
  divisionManager: '課長',
  departmentManager: '部長',
  bureauDirector: '局長',
  executive: '市長等',
});
export const HOLDING_WORDS = choiceWords({
  main: '本務',
  concurrent: '兼務',
  acting: '事務取扱',
});
export const ROLE_WORDS = choiceWords<Role>({
  planner: '計画管理者',
  finance: '財政担当',
  management: '経営層',
  auditor: '監査',
  evaluator: '外部評価',
});

function asMailAddress(cell: string): string | CellProblem {
  const address = cell.normalize('NFKC');
  return /^[^\s@]+@[^\s@]+$/.test(address)
    ? address
    : problem('directory.not_a_mail_address', { value: cell });
}

/** One row for each time a person held a post. */
export const PEOPLE_SPEC = tableSpec({
  columns: [
    { key: 'staffNumber', heading: '職員番号', required: true, parse: asCode },
    { key: 'name', heading: '氏名', required: true, parse: asText(100) },
    { key: 'kana', heading: '氏名カナ', parse: asText(100) },
    { key: 'email', heading: 'メールアドレス', required: true, parse: asMailAddress },
    { key: 'department', heading: '所属コード', required: true, parse: asCode },
    { key: 'level', heading: '職位', required: true, parse: LEVEL_WORDS.parse },
    { key: 'title', heading: '職名', required: true, parse: asText(100) },
    { key: 'holding', heading: '区分', required: true, parse: HOLDING_WORDS.parse },
    { key: 'from', heading: '発令日', required: true, kind: 'date' },
    { key: 'to', heading: '終了日', kind: 'date' },
    { key: 'role', heading: '役割', parse: ROLE_WORDS.parse },
  ],
});
export type PeopleRow = TableRow<typeof PEOPLE_SPEC>;
export type PeopleValues = PeopleRow['values'];

import { useQuery } from '@tanstack/react-query';
import { boardQuery } from '../../api/cycles';
import type { CycleEditor } from '../use-cycle-draft';

export interface NamedDepartment {
  readonly code: string;
  readonly name: string;
}

/** Departments of the board and those already named in the chain. */
export function useDepartments({ cycle }: CycleEditor): readonly NamedDepartment[] {
  const { data } = useQuery(boardQuery(cycle.fiscalYear));
  const named = cycle.chain.flatMap(({ departmentCode: code, departmentName: name }) =>
    code === null ? [] : [{ code, name: name ?? code }],
  );
  const all = [
    ...(data?.rows ?? []).map(({ departmentCode: code, departmentName: name }) => ({ code, name })),
    ...named,
  ];
  return all.filter(({ code }, at) => all.findIndex((one) => one.code === code) === at);
}

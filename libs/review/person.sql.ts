/** The department in which the person of this column sits on a day: of the main post first. */
export const departmentOf = (
  person: string,
  day: string,
): string => `(select pd.name from directory.holders_on(${day}::date) ph
   join directory.department pd on pd.id = ph.department_id
  where ph.person_id = ${person} order by (ph.kind = 'main') desc, pd.sort limit 1)`;

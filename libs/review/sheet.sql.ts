/**
 * Everything a question about stages `ts` joins: `t` task, `c` cycle, `cs` its window, `d` department, `due` the date that
 * counts (set by a return, extended for the department, or the cycle's).
 */
export const SHEET_JOINS = `
  join review.annual_task t on t.id = ts.task_id
  join cycle.review_cycle c on c.id = t.cycle_id
  join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
  join directory.department d on d.id = t.current_department_id
  join plan.assignment a on a.id = t.assignment_id
  left join plan.program_item i on i.id = a.item_id
  left join plan.program p on p.id = i.program_id
  left join plan.indicator n on n.id = a.indicator_id
  join plan.section s on s.id = coalesce(p.section_id, n.section_id, a.section_id)
  cross join lateral cycle.due_date(t.cycle_id, ts.stage, t.current_department_id, ts.returned_due_on, cs.effective_due_on) due`;

/** The rows most questions about sheets start from: every stage with what belongs to it. */
export const SHEET_FROM = `review.task_stage ts ${SHEET_JOINS}`;

/** The subject as `subjectSchema` has it. */
export const SUBJECT_JSON = `jsonb_build_object(
  'kind', t.subject_kind, 'key', coalesce(i.key, n.key, s.key), 'marker', coalesce(i.marker, ''),
  'title', coalesce(i.text, n.name, s.title), 'sectionKey', s.key,
  'sectionLabel', plan.printed_number(s.level, s.number) || ' ' || s.title,
  'programLabel', case when p.id is null then null else '(' || p.number || ') ' || p.title end)`;

/**
 * Stages that count in sums and lists. Of a task that ended only what was handed in does, and of an item that changed
 * hands within the year the former lead's until the new lead's is confirmed.
 */
export const COUNTS = `(t.ended_on is null or (ts.state in ('submitted', 'approved') and not (t.role = 'lead' and exists (
  select 1 from review.annual_task o join plan.assignment oa on oa.id = o.assignment_id and oa.item_id = a.item_id
    join review.task_stage os on os.task_id = o.id and os.stage = ts.stage and os.state = 'approved'
   where o.cycle_id = t.cycle_id and o.role = 'lead' and o.ended_on is null))))`;

/** Order of the plan, then of the year. */
export const PLAN_ORDER = `s.sort, p.sort nulls first, i.sort nulls first, n.sort nulls first, t.role,
  array_position(array['plan', 'do', 'check', 'act', 'review'], ts.stage)`;

/** The lead department of the same subject in the same cycle; set on supporting sheets. */
export const LEAD_NAME = `(select ld.name from review.annual_task lt join plan.assignment la on la.id = lt.assignment_id
   join directory.department ld on ld.id = lt.current_department_id
  where t.role = 'support' and lt.cycle_id = t.cycle_id and lt.role = 'lead' and la.item_id = a.item_id
  order by lt.ended_on nulls first, ld.code limit 1)`;

/**
 * Answers of the same stage of the year before: of the same subject, for a supporting sheet also the same department. An
 * indicator's actual knows no sheet, so what was entered for the year before counts, however it came in.
 */
export const LAST_YEAR = `left join lateral (
    select jsonb_build_object('indicatorActual', jsonb_build_object('value', x.value::text, 'milestone', x.milestone,
             'reason', x.reason, 'preliminary', x.preliminary)) || jsonb_strip_nulls(jsonb_build_object(
             'source', nullif(x.source, ''), 'specialNote', nullif(x.special_note, ''),
             'factorsOwn', nullif(x.factors_own, ''), 'factorsOutside', nullif(x.factors_outside, ''))) as answers, x.fiscal_year
      from indicator.indicator_actual x where x.indicator_id = a.indicator_id and x.fiscal_year = c.fiscal_year - 1
    union all
    (select lts.answers, lc.fiscal_year from review.task_stage lts
      join review.annual_task lt on lt.id = lts.task_id and lt.role = t.role
      join cycle.review_cycle lc on lc.id = lt.cycle_id and lc.plan_id = c.plan_id and lc.fiscal_year = c.fiscal_year - 1
      join plan.assignment la on la.id = lt.assignment_id
     where lts.stage = ts.stage
       and la.item_id is not distinct from a.item_id and la.indicator_id is not distinct from a.indicator_id
       and la.section_id is not distinct from a.section_id
       and (t.role = 'lead' or la.department_id = a.department_id)
       and a.indicator_id is null
     order by (lts.state = 'approved') desc, lt.ended_on nulls first, lts.submitted_on desc nulls last limit 1)) last on true`;

/** The answers as they were when the sheet was last returned; null when it never was. */
export const RETURNED_ANSWERS = `(select v.answers from review.stage_version v
  where v.task_stage_id = ts.id and v.cause = 'returned' order by v.number desc limit 1)`;

/**
 * How many Checks of a section's items nobody has confirmed yet, for the sheet of the section's review. Of an item that changed
 * hands what is confirmed counts, as in the report.
 */
export const OPEN_CHECKS = `case when t.subject_kind = 'section' then (
  select count(*)::int from review.annual_task kt join review.task_stage ks on ks.task_id = kt.id and ks.stage = 'check'
    join plan.assignment ka on ka.id = kt.assignment_id join plan.program_item ki on ki.id = ka.item_id
    join plan.program kp on kp.id = ki.program_id and kp.section_id = s.id
   where kt.cycle_id = t.cycle_id and kt.role = 'lead' and kt.ended_on is null
     and ks.state in ('none', 'drafting', 'submitted')
     and not exists (select 1 from plan.assignment oa join review.annual_task ot on ot.assignment_id = oa.id
           join review.task_stage os on os.task_id = ot.id and os.stage = 'check' and os.state = 'approved'
          where oa.item_id = ka.item_id and oa.role = 'lead' and ot.cycle_id = t.cycle_id)) else 0 end`;

/** What this year's own Plan said. */
export const PLAN_ANSWERS = `left join review.task_stage pts on pts.task_id = t.id and pts.stage = 'plan' and ts.stage <> 'plan'`;

/**
 * Late is the author past the due date; sheets that are handed in or settled never are. What a closed year did not hand
 * in stays late.
 */
export const LATE = (today: string): string =>
  `(ts.state in ('none', 'drafting') and due.on < ${today} and t.ended_on is null)`;

/** What is still to be written; in a closed year nobody can, and what is late there stays so. */
export const TO_WRITE = `(ts.state in ('none', 'drafting') and t.ended_on is null and c.state = 'open')`;

/** What came back and has not been handed in again. */
export const CAME_BACK = `(${TO_WRITE} and ts.returned_due_on is not null)`;

/**
 * Sheets a scope may read: of its departments, of the same item when one of its departments works on it too, and those
 * that wait, or waited, at one of its posts.
 *
 * @param parameters places of `scope.writes`, `scope.reads` and the ids of its posts
 */
export const readable = ({
  writes,
  reads,
  posts,
}: Readonly<Record<'writes' | 'reads' | 'posts', string>>): string =>
  `(${reads}::uuid[] is null or t.current_department_id = any(${reads}::uuid[])
    or exists (select 1 from review.annual_task ot join plan.assignment oa on oa.id = ot.assignment_id
       where ot.cycle_id = t.cycle_id and oa.item_id = a.item_id and ot.current_department_id = any(${writes}::uuid[]))
    or exists (select 1 from review.approval ap where ap.task_stage_id = ts.id and ap.post_id = any(${posts}::uuid[])))`;

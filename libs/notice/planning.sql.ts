import { TO_WRITE } from '#review';

/**
 * What somebody must hear on the day `$1`, one part for each kind of notice. Every part gives
 * (person_id, kind, subject_id, period): the unique key of a notice, so that what was told is not told again.
 */

/** Opened stages of open cycles whose author still has them, with the date that counts for each. */
export const STAGES = `stage as (
  select ts.id, ts.stage, ts.return_count, ts.returned_due_on, ts.submitter_id, t.current_department_id as department_id,
         c.id as cycle_id, cs.opens_on, cs.effective_opens_on, due.on as due_on
    from review.task_stage ts
    join review.annual_task t on t.id = ts.task_id
    join cycle.review_cycle c on c.id = t.cycle_id
    join cycle.cycle_stage cs on cs.cycle_id = c.id and cs.stage = ts.stage
    cross join lateral cycle.due_date(t.cycle_id, ts.stage, t.current_department_id, ts.returned_due_on, cs.effective_due_on) due
   where ${TO_WRITE}
     and (cs.opens_on <= $1 or ts.returned_due_on is not null))`;

/** Who sits where today, who writes for a department, who stands above it, and who wants mail how. */
export const PEOPLE = `holder as materialized (select * from directory.holders_on($1)),
  superior as materialized (select * from directory.superiors_on($1)),
  writer as materialized (select * from directory.writers_on($1))`;

/** What came back goes to who handed it in; when they have moved on, to all who write for the department. */
const RETURNED = `select w.person_id, 'returned' as kind, s.id as subject_id, 'return ' || s.return_count as period
    from stage s join writer w on w.department_id = s.department_id
   where s.returned_due_on is not null
     and (w.person_id = s.submitter_id
          or not exists (select 1 from writer x where x.person_id = s.submitter_id and x.department_id = s.department_id))`;

/** What waits for whom: who handed a sheet in does not decide on it, also when they sit on the post where it waits. */
const WAITS = `waits as materialized (
  select w.*, h.person_id from review.waiting_step w
    join holder h on h.post_id = w.post_id
    join review.task_stage ts on ts.id = w.task_stage_id and ts.submitter_id is distinct from h.person_id)`;

const WAITING = `select w.person_id, 'waiting' as kind, w.task_stage_id as subject_id, 'round ' || w.round || ' step ' || w.position as period
    from waits w`;

/** An approver who is late is reminded every week, as an author is. */
const WAITING_LATE = `select w.person_id, 'waiting', w.task_stage_id,
         'round ' || w.round || ' step ' || w.position || ' late ' || (($1::date - w.due_on - 1) / 7)
    from waits w where w.due_on < $1`;

const OPENED = `select distinct w.person_id, case when s.stage = 'plan' then 'cycle_opened' else 'stage_opened' end, s.cycle_id, s.stage
    from stage s join writer w on w.department_id = s.department_id
   where s.effective_opens_on <= $1 and s.due_on >= $1`;

const REMINDERS = `select w.person_id, 'reminder', s.id, r.period
    from stage s
    join jsonb_to_recordset($2::jsonb -> 'reminders') as r("dueOn" date, period text) on r."dueOn" = s.due_on
    join writer w on w.department_id = s.department_id
   where s.opens_on <= $1`;

const OVERDUE = `select w.person_id, 'overdue', s.id, s.due_on::text || ':' || (($1::date - s.due_on - 1) / 7)
    from stage s join writer w on w.department_id = s.department_id
   where s.due_on < $1`;

/** A moved date is news for so many days. */
export const MOVED_FOR_DAYS = 14;

/** Who wrote for a department on the day of a change of its date, and so knew the date before; `changes` has `changed_on`. */
export const writersThen = (changes: string): string => `writer_then as materialized (
    select d.day, w.* from (select distinct changed_on as day from ${changes}) d cross join lateral directory.writers_on(d.day) w)`;

/**
 * Changes of due dates that had been told: a morning had said that the stage is open, and who writes now wrote then.
 */
const MOVES = `move as materialized (
    select s.*, ch.id, ch.changed_on, ch.due_before
      from (select distinct cycle_id, stage, department_id, effective_opens_on, due_on from stage where returned_due_on is null) s
      join cycle.due_change ch on ch.cycle_id = s.cycle_id and ch.stage = s.stage and ch.department_id = s.department_id
       and ch.changed_on between $1::date - ${MOVED_FOR_DAYS} and $1
     where exists (select 1 from jobs.timetable_slot t where t.job = $2::jsonb ->> 'morningJob'
        and (t.slot at time zone 'Asia/Tokyo')::date between s.effective_opens_on and least(ch.changed_on, $1::date - 1))),
  ${writersThen('move')},
  untold_move as (
    select w.person_id, m.cycle_id, m.stage, max(m.id) as id
      from move m
      join writer w on w.department_id = m.department_id
      join writer_then t on t.day = m.changed_on and t.person_id = w.person_id and t.department_id = w.department_id
     where not exists (select 1 from notice.notice n
        where n.recipient_id = w.person_id and n.kind = 'due_moved' and n.subject_id = m.cycle_id
          and split_part(n.period, ' ', 1) = m.stage and split_part(n.period, ' ', 2)::bigint >= m.id)
     -- Moved to and fro, it stands where it was told that it stands.
     group by w.person_id, m.cycle_id, m.stage, m.department_id
    having (array_agg(m.due_before order by m.id))[1] <> max(m.due_on))`;

const MOVED = `select person_id, 'due_moved', cycle_id, stage || ' ' || max(id) from untold_move group by person_id, cycle_id, stage`;

/** Requests of the planning division whose letters nobody has planned; planned with this statement, they are told once. */
const TAKEN = `asked as (
  update notice.reminder_request set planned = true where not planned and day <= $1 returning department_id, day)`;

const REQUESTED = `select w.person_id, 'requested' as kind, s.id as subject_id, 'asked ' || r.day as period
    from asked r join stage s on s.department_id = r.department_id join writer w on w.department_id = s.department_id`;

/** Who holds what is late: the author's department, or the post at which the sheet waits. */
const HELD = `escalating as (
    select level, "dueBy" as due_by from jsonb_to_recordset($2::jsonb -> 'escalations') as e(level int, "dueBy" date)),
  held as (
    select s.id, s.department_id, 0 as rank, null::uuid as post_id, s.due_on, s.due_on::text as occasion
      from stage s where s.due_on <= (select max(due_by) from escalating)
    union all
    select w.task_stage_id, po.department_id,
           coalesce(array_position(array['divisionManager', 'departmentManager', 'bureauDirector', 'executive'], po.level), 0),
           w.post_id, w.due_on,
           'round ' || w.round || ' step ' || w.position || ' ' || w.due_on
      from review.waiting_step w join directory.post po on po.id = w.post_id
     where w.due_on <= (select max(due_by) from escalating)),
  above as (
    select h.id, h.occasion, h.due_on, u.person_id, dense_rank() over (partition by h.id order by u.rank) as level
      from held h join superior u on u.department_id = h.department_id and u.rank > h.rank
     -- Nobody is told of their own delay: who sits on both seats is passed over.
     where not exists (select 1 from holder x where x.post_id = h.post_id and x.person_id = u.person_id)
       and not (h.post_id is null and exists (
             select 1 from writer x where x.department_id = h.department_id and x.person_id = u.person_id)))`;

const ESCALATIONS = `select a.person_id, 'escalation', a.id, a.occasion || ' level ' || a.level
    from above a join escalating e on e.level = a.level and a.due_on <= e.due_by`;

/**
 * 週次まとめ: managers in whose subtree something is overdue or falls due this week, whose indicators or promises need them,
 * or for whom something waits. On other days than the week's first there is no `monday`, and nobody is found.
 */
const DIGEST = `select m.person_id, 'digest', m.department_id, $2::jsonb ->> 'monday'
    from holder m left join notice.mail_preference pref on pref.person_id = m.person_id
   where $2::jsonb ->> 'monday' is not null and coalesce(pref.digest, true)
     and m.level in ('divisionManager', 'departmentManager', 'bureauDirector')
     and (exists (select 1 from directory.department_closure k join busy b on b.department_id = k.descendant_id
                   where k.ancestor_id = m.department_id)
          or exists (select 1 from waits w where w.post_id = m.post_id and w.person_id = m.person_id))`;

const BUSY = `busy as materialized (
    select department_id from stage where due_on <= ($2::jsonb ->> 'weekEnd')::date and opens_on <= $1
    union select value::uuid from jsonb_array_elements_text($2::jsonb -> 'departmentsBehind')
    union select a.department_id from review.commitment m
      join plan.assignments_on($1) a on a.item_id = m.item_id and a.role = 'lead'
     where m.state in ('open', 'changed') and m.due_on <= ($2::jsonb ->> 'weekEnd')::date)`;

/** What management decided is news for so many days from when it was entered. */
const DECIDED_FOR_DAYS = 14;

/**
 * Promises that management decided and nobody has answered, for who writes for the item and who stands nearest above them;
 * again when a correction has them say something else. Partners read of them in their sheets: the plan's pages are the house's.
 */
const DECIDED = `select whom.person_id, 'decided', m.id,
         'worded ' || m.worded_on || ' ' || md5(jsonb_build_array(m.item_id, m.what, m.who, m.due_on)::text)
    from review.commitment m
    join plan.assignments_on($1) a on a.item_id = m.item_id and a.role = 'lead'
    join directory.department d on d.id = a.department_id and d.kind <> 'partner'
    join (select person_id, department_id from writer
          union select u.person_id, u.department_id
            from (select s.*, min(s.rank) over (partition by s.department_id) as nearest from superior s) u
           where u.rank = u.nearest) whom on whom.department_id = a.department_id
   where m.worded_on <= $1
     and m.worded_on >= greatest(($2::jsonb ->> 'installedOn')::date, $1::date - ${DECIDED_FOR_DAYS})
     and m.state = 'open' and not exists (select 1 from review.commitment_answer x where x.commitment_id = m.id)`;

/** A year that was closed is news for so long: longer than any holidays. */
const CLOSED_FOR_DAYS = 21;

/** A year that was closed, for who decides about the city; again when it was reopened and is closed anew. */
const CLOSED = `select distinct h.person_id, 'cycle_closed', c.id, 'closed ' || c.closes_on
    from cycle.review_cycle c
    join directory.post po on po.role = 'management'
    join holder h on h.post_id = po.id
    left join notice.mail_preference pref on pref.person_id = h.person_id
   where c.state in ('closed', 'published') and c.closes_on < $1
     and c.closes_on >= greatest(($2::jsonb ->> 'installedOn')::date, $1::date - ${CLOSED_FOR_DAYS})
     and coalesce(pref.summary, true)`;

/** Days in which a newcomer is still one: who was entered later than that has found their way. */
const NEW_FOR_DAYS = 31;

/**
 * Who sits on a post that somebody else, or nobody, held before. Whether anything is to be done there, now or for promises
 * that others made, the letter finds out when it is written: an empty one does not leave.
 */
const NEWCOMERS = `select h.person_id, 'handover', h.id, h.from_date::text
    from directory.post_holding h
    join directory.post po on po.id = h.post_id and po.role is distinct from 'auditor' and po.role is distinct from 'evaluator'
    join directory.person who on who.id = h.person_id and who.disabled_at is null
   where h.from_date <= $1 and h.from_date > greatest(($2::jsonb ->> 'installedOn')::date, $1::date - ${NEW_FOR_DAYS})
     and (h.to_date is null or h.to_date >= $1)
     and not exists (select 1 from directory.post_holding o where o.post_id = h.post_id and o.person_id = h.person_id
                        and o.id <> h.id and o.from_date < h.from_date
                        and coalesce(o.to_date, 'infinity') >= h.from_date - 1)`;

const union = (...parts: string[]): string => parts.join(' union all ');

/** All facts of a morning. */
export const MORNING_FACTS = `${STAGES}, ${PEOPLE}, ${WAITS}, ${HELD}, ${BUSY}, ${MOVES}, ${TAKEN}, fact as (
  ${union(RETURNED, WAITING, WAITING_LATE, OPENED, MOVED, REQUESTED, REMINDERS, OVERDUE, ESCALATIONS, DECIDED, DIGEST, CLOSED, NEWCOMERS)})`;

/** What came back or waits, for those who want to hear of it at once, and what the planning division asks for. */
export const FACTS_AT_ONCE = `${STAGES}, ${PEOPLE}, ${WAITS}, ${TAKEN}, fact as (
  select f.* from (${union(RETURNED, WAITING)}) f
    join notice.mail_preference pref on pref.person_id = f.person_id and pref.decisions = 'at_once'
  union all ${REQUESTED})`;

/** One letter for all that is asked of a person; else one for each thing. */
export const AT_ONCE_OCCASION = `case kind
  when 'requested' then 'requested ' || min(subject_id::text) over (partition by person_id, kind) || ' ' || $1::text
  else kind || ' ' || subject_id || ' ' || period end`;

/** Facts that nobody was told yet. */
export const NEWS = `news as materialized (
  select f.* from fact f
   where not exists (select 1 from notice.notice n where n.recipient_id = f.person_id and n.kind = f.kind
                       and n.subject_id = f.subject_id and n.period = f.period))`;

/** The mail of who is away also goes to the delegate: a letter of its own, written like the one it copies. */
export const COPIES = `copied as (
  insert into notice.letter (recipient_id, kind, day, occasion, copy_of)
  select a.delegate_id, l.kind, $1, l.occasion, l.id
    from letter l
    join directory.absence a on a.person_id = l.recipient_id and $1 between a.from_date and a.to_date
     -- Who has left the house since reads nobody's mail.
     and exists (select 1 from holder h join directory.department d on d.id = h.department_id and d.kind <> 'partner'
                   join directory.post po on po.id = h.post_id and po.role is distinct from 'evaluator'
                  where h.person_id = a.delegate_id)
  on conflict do nothing returning id, kind)`;

import type { TestDatabase } from '../running/database.js';
import { JOBS } from './slots.js';

/** A Monday on which every division of the sample city is late with the sheets of fiscal 2021. */
const DAY = '2022-06-06';

const PEOPLE = `
  insert into directory.person (staff_number, name, kana, email)
  select 'D' || lpad(n::text, 6, '0'), '管理職 ' || n, 'カンリショク', 'manager' || n || '@aobagawa.example.jp'
    from generate_series(1, $1) n`;

/** Everyone sits on a manager's post of a division that has something to tell, one division after the other. */
const POSTS = `
  with busy as (
    select d.id, row_number() over (order by d.code) - 1 as at, count(*) over () as divisions
      from directory.department d
     where d.kind = 'division'
       and exists (select 1 from review.annual_task t
                     join review.task_stage ts on ts.task_id = t.id and ts.stage = 'check' and ts.state = 'none'
                     join cycle.review_cycle c on c.id = t.cycle_id and c.state = 'open'
                    where t.current_department_id = d.id)
  ), post as (
    insert into directory.post (department_id, level, title)
    select busy.id, 'divisionManager', '課長 ' || n from generate_series(1, $1) n join busy on busy.at = n % busy.divisions
    returning id, title
  )
  insert into directory.post_holding (post_id, person_id, from_date)
  select post.id, p.id, '2022-04-01' from post
    join directory.person p on p.staff_number = 'D' || lpad(split_part(post.title, ' ', 2), 6, '0')`;

const LETTERS = `
  with letter as (
    insert into notice.letter (recipient_id, kind, day)
    select id, 'digest', '${DAY}' from directory.person where staff_number like 'D%' returning id, recipient_id
  )
  insert into notice.notice (recipient_id, kind, subject_id, period, letter_id, created_on)
  select l.recipient_id, 'digest', po.department_id, '${DAY}', l.id, '${DAY}' from letter l
    join directory.post_holding h on h.person_id = l.recipient_id join directory.post po on po.id = h.post_id`;

/** The timetable has done this morning already: no other letter is written. */
const NOTHING_ELSE = `
  insert into jobs.timetable_slot (job, slot) select unnest($1::text[]), '2022-03-31T23:00:00Z' on conflict do nothing`;

/** Plans one digest for each of `managers` people, none of which is sent yet. Expects a fresh sample city. */
export async function planManyDigests(database: TestDatabase, managers: number): Promise<void> {
  await database.query(NOTHING_ELSE, [JOBS]);
  await database.query(PEOPLE, [managers]);
  await database.query(POSTS, [managers]);
  await database.query(LETTERS);
  await database.query('analyze');
}

/** Machine time as if the lease of whatever a dead worker held had run out. */
export async function leasesRunOut(database: TestDatabase): Promise<void> {
  await database.query(
    `update notice.letter set lease_until = now() - interval '1 second' where state = 'sending'`,
  );
}

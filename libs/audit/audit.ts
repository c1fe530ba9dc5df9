import { rows, type Sql } from '#database';
import { currentOccasion } from '#trace';

export interface AuditFact {
  readonly businessDate: string;
  /** `null` when the timetable did it. */
  readonly personId: string | null;
  readonly action: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly detail?: Readonly<Record<string, unknown>>;
}

/** Writes audit entries into the open transaction, so that they commit with the change or not at all. */
export async function writeAudits(sql: Sql, facts: readonly AuditFact[]): Promise<void> {
  if (facts.length === 0) return;
  await rows(
    sql,
    `insert into audit.audit_entry (business_date, person_id, action, subject_kind, subject_id, detail, request_id)
     select r."businessDate", r."personId", r.action, r."subjectKind", r."subjectId", coalesce(r.detail, '{}'), $2
       from jsonb_to_recordset($1::jsonb) as r("businessDate" date, "personId" uuid, action text, "subjectKind" text,
            "subjectId" text, detail jsonb)`,
    [JSON.stringify(facts), currentOccasion()?.requestId ?? null],
  );
}

/** Writes one audit entry into the open transaction. */
export const writeAudit = (sql: Sql, fact: AuditFact): Promise<void> => writeAudits(sql, [fact]);

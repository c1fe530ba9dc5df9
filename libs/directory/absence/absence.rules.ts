import { addDays, type CalendarDate, daysBetween } from '#calendar';
import { conflict, invalid } from '#errors';

/** 不在: days, both inclusive, on which a person's mail also goes to somebody else. */
export interface AbsenceDays {
  readonly fromDate: CalendarDate;
  readonly toDate: CalendarDate;
}

/** Days of one absence at most: three years, as long as childcare leave may last. */
export const LONGEST_ABSENCE = 1_096;

export type AbsenceState = 'planned' | 'running' | 'past';

export function absenceState({ fromDate, toDate }: AbsenceDays, today: CalendarDate): AbsenceState {
  if (toDate < today) return 'past';
  return fromDate > today ? 'planned' : 'running';
}

/**
 * Refuses days that cannot be entered: in the past, turned round, too many, or shared with another absence of the
 * same person.
 *
 * @param others absences the person already has
 */
export function checkDays(wanted: AbsenceDays, others: readonly AbsenceDays[], today: CalendarDate): void {
  const { fromDate, toDate } = wanted;
  if (fromDate < today) throw at('fromDate', 'absence.begins_in_the_past', { today });
  if (toDate < fromDate) throw at('toDate', 'absence.ends_before_it_begins', { from: fromDate });
  if (daysBetween(fromDate, toDate) >= LONGEST_ABSENCE)
    throw at('toDate', 'absence.too_long', { most: LONGEST_ABSENCE });
  const other = others.find((one) => one.fromDate <= toDate && one.toDate >= fromDate);
  if (other) throw conflict('absence.overlaps', { from: other.fromDate, to: other.toDate });
}

/** What is known of whoever shall get the mail too. */
export interface Delegate {
  readonly personId: string;
  /** Holds a post of the city hall on every one of the days. */
  readonly inOffice: boolean;
  /** Holds on some of the days nothing but posts of auditors, which change nothing. */
  readonly looksOn: boolean;
}

export function checkDelegate(
  personId: string,
  { delegateId, decides }: { readonly delegateId: string; readonly decides: boolean },
  delegate: Delegate | undefined,
): void {
  if (personId === delegateId) throw at('delegateId', 'absence.oneself');
  if (!delegate?.inOffice) throw at('delegateId', 'absence.delegate_without_post');
  if (decides && delegate.looksOn) throw at('delegateId', 'absence.delegate_looks_on');
}

/**
 * What is left of an absence that ends today: from today on no mail goes to the delegate. `null` is nothing, when it
 * had not begun before today.
 */
export function endedEarly(absence: AbsenceDays, today: CalendarDate): AbsenceDays | null {
  if (absenceState(absence, today) === 'past') throw conflict('absence.is_past');
  return absence.fromDate >= today ? null : { fromDate: absence.fromDate, toDate: addDays(today, -1) };
}

const at = (field: string, code: string, params: Readonly<Record<string, string | number>> = {}) =>
  invalid(code, params, [{ field, code, params }]);

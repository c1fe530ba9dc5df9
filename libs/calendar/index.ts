export {
  addDays,
  compareDates,
  daysBetween,
  isCalendarDate,
  lastDayOfMonth,
  parseDate,
  weekday,
} from './calendar-date.js';
export type { CalendarDate, Weekday } from './calendar-date.js';
export {
  dateInFiscalYear,
  fiscalYearEnd,
  fiscalYearOf,
  fiscalYearStart,
  isInFiscalYear,
} from './fiscal-year.js';
export type { FiscalYear } from './fiscal-year.js';
export { formatDate, formatFiscalYear, shortFiscalYear } from './format-date.js';
export type { DateFormat, Language } from './format-date.js';
export { japanDate, japanHour, japanInstant } from './japan-time.js';
export { parseDateInput, parseFiscalYear } from './read-date.js';
export { WorkingCalendar, holidayYears } from './working-calendar.js';

import { useContext, useId, useRef, useState } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../words';
import { isDay } from './dates';
import { Icon } from './icon';
import { readDay, readDayIn } from './read-day';
import { TodayContext, useFormats } from './use-formats';

interface DateFieldProps {
  readonly label: ReactNode;
  /** A day, or what was typed and could not be read as one. */
  readonly value: string | null;
  /** Called with the day (null when the text is empty or cannot be read) and the text as it stands. */
  readonly onChange: (date: string | null, text: string) => void;
  readonly error?: string | null;
  /** What is odd about the day, though it can be meant. */
  readonly doubt?: string | null;
  readonly id?: string;
  /** Without its year a day is the first that is still to come: a due date, an absence. */
  readonly toCome?: boolean;
  /** Without its year a day is the one nearest to what stood there first, and not to today. */
  readonly nearItself?: boolean;
  /** The label for assistive technology alone, when the column says it already. */
  readonly hideLabel?: boolean;
}

/** A day, typed as people write it (令和4年5月30日, R4.5.30, 2022/5/30) or chosen from the browser's calendar. */
export function DateField({
  label,
  value,
  onChange,
  error,
  doubt = null,
  id,
  hideLabel,
  toCome,
  nearItself,
}: DateFieldProps): ReactElement {
  const say = useWords('parts');
  const { plainFullDay, fullDay } = useFormats();
  const today = useContext(TodayContext);
  const made = useId();
  const own = id ?? made;
  const calendar = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value === null ? '' : isDay(value) ? plainFullDay(value) : value);
  const [first] = useState(value);
  const meant = toCome
    ? { from: today }
    : { near: nearItself && first !== null && isDay(first) ? first : today };
  const read = readDayIn(text, meant);
  const unread = text.trim() !== '' && read === null;
  const [typed, setTyped] = useState(false);
  // A date that cannot be read is not missing.
  const message = unread ? say('date.not_read') : (error ?? null);
  const type = (next: string) => {
    setTyped(true);
    setText(next);
    const day = readDayIn(next, meant);
    // Kept with its year, or it would be another day when it is read again in another season.
    onChange(day, day !== null && readDay(next) === null ? plainFullDay(day) : next);
  };
  // How a date was read matters while it is typed, not beside every date that nobody touched.
  const readAs = read !== null && typed ? say('date.read_as', { date: fullDay(read) }) : null;
  const hint = read === null ? say('date.example') : readAs;
  return (
    <div className="date-field">
      <label className={hideLabel ? 'sr' : 'label'} htmlFor={own}>
        {label}
      </label>
      <div className="date-input">
        <input
          className="input"
          id={own}
          value={text}
          autoComplete="off"
          aria-invalid={message !== null}
          aria-describedby={`${own}-hint`}
          onChange={(event) => type(event.target.value)}
          onBlur={() => read && setText(plainFullDay(read))}
        />
        <button
          type="button"
          className="btn quiet"
          aria-label={say('date.calendar')}
          onClick={() => calendar.current?.showPicker()}
        >
          <Icon name="calendar" />
        </button>
        <input
          ref={calendar}
          type="date"
          className="date-native"
          tabIndex={-1}
          aria-hidden="true"
          value={read ?? ''}
          onChange={(event) => event.target.value && type(plainFullDay(event.target.value))}
        />
      </div>
      <p className={message ? 'err-msg' : doubt ? 'sub doubted' : 'sub'} id={`${own}-hint`}>
        {(message ?? doubt) && <Icon name="warning" small />}
        {message ?? doubt ?? hint}
      </p>
    </div>
  );
}

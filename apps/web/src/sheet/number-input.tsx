import { useState } from 'react';
import type { ReactElement } from 'react';
import { formatMoney, formatNumber, Icon, readNumber } from '../parts';
import { useWords } from '../words';

interface NumberInputProps {
  readonly id?: string;
  readonly label: string;
  /** A decimal string, or undefined when nothing is written. */
  readonly value: string | undefined;
  /** Called with a decimal string, or with null when the text was emptied. Unreadable text is not passed on. */
  readonly onChange: (value: string | null) => void;
  readonly money?: boolean;
  readonly invalid?: boolean;
}

/** A number as people type it: full-width digits and separators are understood, what cannot be read is said at once. */
export function NumberInput({ id, label, value, onChange, money, invalid }: NumberInputProps): ReactElement {
  const say = useWords('parts');
  const show = (number: string | undefined) =>
    number === undefined ? '' : money ? formatMoney(number) : formatNumber(number);
  // While it has the focus the text is the person's; outside it is the stored value, so that a change from elsewhere shows.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? show(value);
  const unread = text.trim() !== '' && readNumber(text) === null;
  const type = (next: string) => {
    setTyped(next);
    const read = readNumber(next);
    if (next.trim() === '') onChange(null);
    else if (read !== null) onChange(read);
  };
  return (
    <span className="number-input">
      <input
        className="input num"
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={unread || invalid === true}
        value={text}
        onFocus={() => setTyped(text)}
        onBlur={() => setTyped(unread ? text : null)}
        onChange={(event) => type(event.target.value)}
      />
      {unread && (
        <span className="err-msg" role="alert">
          <Icon name="warning" small />
          {say('number.not_read')}
        </span>
      )}
    </span>
  );
}

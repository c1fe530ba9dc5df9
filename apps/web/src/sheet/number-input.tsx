import './number-input.css';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { formatMoney, formatNumber, Icon, MOST_DIGITS } from '../parts';
import { useWords } from '../words';
import { useDesk } from './desk';
import { hasStrayComma, hasTooManyDigits, hasMinus, readTyped } from './typed-number';

interface NumberBoxProps {
  readonly id: string;
  readonly label: string;
  /** A decimal string, the text that could not be read, or undefined when nothing is written. */
  readonly value: string | undefined;
  /** Every change of the text, with the decimal it was read as, or null. */
  readonly onType: (text: string, read: string | null) => void;
  /** What it counts; typed behind the number it is understood. */
  readonly unit?: string;
  readonly money?: boolean;
  /** An amount of money or of work: below zero it is a slip. */
  readonly neverNegative?: boolean;
  readonly invalid?: boolean;
  /** Last year's value, which stands grey in the empty field until somebody confirms it or writes another. */
  readonly waiting?: string;
  /** What else describes it. */
  readonly describedBy?: string;
}

/** A number as people type it: full-width digits and separators are understood, what cannot be read is said at once. */
export function NumberBox(props: NumberBoxProps): ReactElement {
  const { id, label, value, onType, unit, money, neverNegative, invalid, waiting, describedBy } = props;
  const say = useWords('parts');
  const words = useWords('sheet-page');
  const whyUnread = (text: string, unit: string | undefined) => {
    if (hasStrayComma(text)) return words('number.stray_comma');
    return hasTooManyDigits(text, unit) ? say('number.too_long', MOST_DIGITS) : say('number.not_read');
  };
  // While it has the focus the text is the person's; outside it is the stored value, so that a change from elsewhere shows.
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? shown(value, unit, money === true);
  const read = readTyped(text, unit);
  const unread = text.trim() !== '' && (read === null || (neverNegative === true && hasMinus(read)));
  const describing = [unread && `u-${id}`, describedBy].filter(Boolean).join(' ');
  return (
    <span className="number-input">
      <input
        className={waiting !== undefined && text === '' ? 'input num waiting' : 'input num'}
        id={id}
        inputMode="decimal"
        autoComplete="off"
        aria-label={label}
        aria-invalid={unread || invalid === true}
        aria-describedby={describing === '' ? undefined : describing}
        placeholder={waiting}
        value={text}
        onFocus={() => setTyped(text)}
        onBlur={() => setTyped(null)}
        onChange={({ target }) => {
          setTyped(target.value);
          onType(target.value, readTyped(target.value, unit));
        }}
      />
      {unread && (
        <span className="err-msg" role="alert" id={`u-${id}`}>
          <Icon name="warning" small />
          {read === null ? whyUnread(text, unit) : words('number.below_zero')}
        </span>
      )}
    </span>
  );
}

/** A text that is no number stays as it was typed. */
function shown(value: string | undefined, unit: string | undefined, money: boolean): string {
  if (value === undefined) return '';
  const read = readTyped(value, unit);
  if (read === null) return value;
  return money ? formatMoney(read) : formatNumber(read);
}

interface NumberInputProps extends Omit<NumberBoxProps, 'id' | 'onType'> {
  /** The field it belongs to. */
  readonly field: string;
  /** Its own name when the field has several; `f-` and this is its id. */
  readonly input?: string;
  /** Called with a decimal string, or with null when the text was emptied. */
  readonly onChange: (value: string | null) => void;
}

/** A number of the sheet: what cannot be read is held back with its text, and the sheet waits for it. */
export function NumberInput({
  field,
  input = field,
  value,
  onChange,
  ...box
}: NumberInputProps): ReactElement {
  const { held, unfinished } = useDesk();
  const type = (text: string, read: string | null) => {
    const empty = text.trim() === '';
    const slipped = box.neverNegative === true && read !== null && hasMinus(read);
    const fits = read !== null && !slipped;
    const kind = slipped ? 'below_zero' : 'number';
    unfinished.holdText(input, empty || fits ? null : { field, kind, text });
    if (empty) onChange(null);
    else if (fits) onChange(read);
  };
  return <NumberBox {...box} id={`f-${input}`} value={held.texts[input]?.text ?? value} onType={type} />;
}

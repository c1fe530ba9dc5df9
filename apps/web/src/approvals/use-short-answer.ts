import type { FieldType } from '../api';
import { useFormats } from '../parts';
import { FUNDING_KINDS, GRADES, isAnswered } from '../sheet/answers';
import type {
  ActivityActual,
  ActivityIndicator,
  Funding,
  IndicatorAnswer,
  Promised,
  Rating,
} from '../sheet/answers';
import { isZero } from '../sheet/decimals';
import { hasWords, useLanguage, useWords } from '../words';

interface Answered {
  readonly field: string;
  readonly type: FieldType;
  readonly unit: string;
}

/** An answer in one line of text. */
export function useShortAnswer(): (answered: Answered, value: unknown) => string {
  const words = useWords('sheet');
  const { money, number } = useFormats();
  const dot = useLanguage() === 'ja' ? '・' : ', ';
  const withUnit = (text: string, unit: string) => `${text}${unit}`;
  const choice = (field: string, code: string) => {
    const key = `choice.${field}.${code}`;
    const word = hasWords('sheet', key) ? words(key) : code;
    return GRADES.some((grade) => grade === code) ? `${code} ${word}` : word;
  };
  const indicator = ({ value, milestone, reason }: IndicatorAnswer, unit: string) => {
    if (milestone !== null) return words(`milestone.${milestone}`);
    if (value !== null) return withUnit(number(value), unit);
    return reason === null ? words('value.none') : words(`choice.reason.${reason}`);
  };
  return ({ field, type, unit }, value) => {
    if (!isAnswered(value)) return words('value.empty');
    switch (type) {
      case 'choice':
        return choice(field, String(value));
      case 'money':
        return withUnit(money(String(value)), unit);
      case 'decimal':
        return withUnit(number(String(value)), unit);
      case 'sdgs':
        return (value as number[]).join(dot);
      case 'funding':
        return FUNDING_KINDS.filter((kind) => !isZero((value as Funding)[kind]))
          .map((kind) => `${words(`funding.${kind}`)} ${money((value as Funding)[kind])}`)
          .join(dot);
      case 'activityIndicators':
        return (value as ActivityIndicator[])
          .map((one) => `${one.name} ${withUnit(number(one.target), one.unit)}`)
          .join(dot);
      case 'activityActuals':
        return (value as ActivityActual[])
          .map((one) => `${one.name} ${one.value === null ? words('value.none') : number(one.value)}`)
          .join(dot);
      case 'commitments':
        return (value as Promised[]).map(({ what }) => what).join(dot);
      case 'ratings':
        return (value as Rating[]).map((one) => `${words(`aspect.${one.aspect}`)} ${one.rating}`).join(dot);
      case 'indicatorActual':
        return indicator(value as IndicatorAnswer, unit);
      case 'text':
        return String(value);
    }
  };
}

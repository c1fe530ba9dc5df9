import { useMemo } from 'react';
import type { IndicatorView } from '../api';
import { formatNumber, isPercent as isShare, useFormats } from '../parts';
import type { Formats } from '../parts';
import { hasWords, useLanguage, useWords } from '../words';
import type { Say } from '../words';
import type { BasisPhrase, BasisRow } from './judgement-basis';
import { CHARTS } from './words';

/** How the values of one indicator are written in the reader's language. */
export interface Values extends Pick<Formats, 'percent' | 'year' | 'shortYear'> {
  readonly say: Say;
  /** 5,700; of a milestone its word. */
  readonly number: (text: string) => string;
  /** The same with the printed decimals of the indicator: 100 becomes 100.0. */
  readonly value: (text: string) => string;
  /** 5,700人, 47.5％ */
  readonly withUnit: (text: string) => string;
  /** A word of the plan: 減少, 完了. */
  readonly word: (text: string) => string;
  /** 0.02ポイント for a percentage, else with the unit. */
  readonly difference: (text: string) => string;
  readonly phrase: (phrase: BasisPhrase) => string;
  readonly cell: (row: BasisRow) => string;
}

export function useValues({ unit, decimals }: Pick<IndicatorView, 'unit' | 'decimals'>): Values {
  const say = useWords(CHARTS);
  const language = useLanguage();
  const { percent, year, shortYear } = useFormats();
  return useMemo(() => {
    const isPercent = isShare(unit);
    const word = (text: string): string => {
      const key = [`milestone.${text}`, `words.${text}`].find((one) => hasWords(CHARTS, one));
      return key === undefined ? text : say(key);
    };
    const number = (text: string): string =>
      /^[+-]?\d/.test(text) ? formatNumber(text).replace(/^-/, language === 'ja' ? '－' : '−') : word(text);
    const value = (text: string): string => number(withDecimals(text, decimals));
    const withUnit = (text: string): string => {
      if (!/^[+-]?\d/.test(text)) return word(text);
      if (isPercent) return percent(value(text));
      return language === 'ja' ? `${value(text)}${unit}` : `${value(text)} ${unit}`.trim();
    };
    const phrase = ({ key, values = {}, words = {} }: BasisPhrase): string =>
      say(key, {
        ...Object.fromEntries(
          Object.entries(values).map(([name, text]) => [
            name,
            name === 'unrounded' ? number(text) : value(text),
          ]),
        ),
        ...Object.fromEntries(Object.entries(words).map(([name, text]) => [name, writeWord(name, text)])),
      });
    const writeWord = (name: string, text: string | number): string => {
      if (name === 'fiscalYear') return year(Number(text));
      if (name === 'milestone') return word(String(text));
      if (name === 'elapsed' || name === 'span') return String(text);
      return percent(number(String(text)));
    };
    const cell = ({ value, is }: BasisRow): string => {
      if (value === null) return say('basis.none');
      if (is === 'percent') return percent(number(value));
      return is === 'value' ? withUnit(value) : word(value);
    };
    const difference = (text: string): string =>
      isPercent
        ? say('basis.points', { value: number(text) })
        : language === 'ja'
          ? `${number(text)}${unit}`
          : `${number(text)} ${unit}`;
    return { say, number, value, withUnit, word, difference, phrase, cell, percent, year, shortYear };
  }, [say, language, percent, year, shortYear, unit, decimals]);
}

/** Fills up the decimals; never takes any away. */
function withDecimals(text: string, decimals: number): string {
  if (!/^[+-]?\d+(\.\d*)?$/.test(text)) return text;
  const [whole = '', rest = ''] = text.split('.');
  return decimals === 0 && rest === '' ? whole : `${whole}.${rest.padEnd(decimals, '0')}`;
}

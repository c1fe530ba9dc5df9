import type { ReactElement } from 'react';
import { Icon, Popover } from '../parts';
import { useWords } from '../words';
import { judgementBasis } from './judgement-basis';
import type { Basis } from './judgement-basis';
import type { IndicatorProps } from './judgement-badge';
import { useValues } from './use-values';
import type { Values } from './use-values';

interface JudgementBasisProps extends IndicatorProps {
  /** Where the panel opens: left of a narrow column, or below its button. On phones it opens in place. */
  readonly opens?: 'left' | 'below';
}

/** 判定の根拠: values, formula, the deciding line, the rounding note and the rule, one press away from the badge. */
export function JudgementBasis({
  indicator,
  fiscalYear,
  opens = 'below',
}: JudgementBasisProps): ReactElement | null {
  const values = useValues(indicator);
  const basis = judgementBasis(indicator, fiscalYear);
  if (basis === null) return null;
  const summary = (
    <>
      <Icon name="info" small />
      {values.say('basis.open')}
      <span className="sr">{indicator.name}</span>
    </>
  );
  return (
    <Popover summary={summary} className={`basis opens-${opens}`}>
      <BasisPanel basis={basis} values={values} />
    </Popover>
  );
}

function BasisPanel({ basis, values }: { readonly basis: Basis; readonly values: Values }): ReactElement {
  const { say, phrase, cell } = values;
  const parts = useWords('parts');
  const { status, ruleName, ruleVersion } = basis.judgement;
  return (
    <>
      <h3>{say('basis.title', { status: parts(`status.${status}`) })}</h3>
      <table className="calc">
        <caption className="sr">{say('basis.caption')}</caption>
        <tbody>
          {basis.rows.map((row) => (
            <tr key={row.symbol} className={row.deciding ? `hit ${status}` : undefined}>
              <th scope="row">{say(`basis.symbol.${row.symbol}`)}</th>
              <td>{cell(row)}</td>
              <td className="how">
                {row.deciding && <Icon name="next" small />}
                {row.how && phrase(row.how)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {basis.rounding && <p className="sub">{roundingNote(basis.rounding, values)}</p>}
      <p className="sub">{say('basis.ruleVersion', { name: ruleName, version: ruleVersion })}</p>
    </>
  );
}

function place(decimals: number, { say }: Pick<Values, 'say'>): string {
  return decimals === 0 ? say('basis.place.0') : say('basis.place.more', { decimals });
}

function roundingNote(
  { unrounded, short, decimals }: NonNullable<Basis['rounding']>,
  values: Values,
): string {
  const { say, number, difference } = values;
  return say('basis.rounding', {
    place: place(decimals, values),
    unrounded: number(unrounded),
    short: difference(short),
  });
}

/** 判定の根拠 as sentences, for paper, where nothing can be opened. */
export function JudgementBasisText({ indicator, fiscalYear }: IndicatorProps): ReactElement | null {
  const values = useValues(indicator);
  const basis = judgementBasis(indicator, fiscalYear);
  if (basis === null) return null;
  const { say, phrase, difference } = values;
  const formula = basis.rows.find(({ symbol }) => symbol === 'E')?.how;
  const byFormula = formula?.key === 'basis.expectedOnLine';
  const sentences = [
    phrase(basis.because),
    byFormula &&
      say('basis.paperExpected', { formula: phrase(formula), place: place(indicator.decimals, values) }),
    basis.rounding && say('basis.paperShort', { short: difference(basis.rounding.short) }),
    say('basis.paperRule', { name: basis.judgement.ruleName, version: basis.judgement.ruleVersion }),
  ];
  return <>{sentences.filter(Boolean).join(say('summary.between'))}</>;
}

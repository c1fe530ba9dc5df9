import type { ReactElement } from 'react';
import { Button, useFormats } from '../../parts';
import { useWords } from '../../words';
import { FUNDING_KINDS } from '../answers';
import type { Funding, FundingKind } from '../answers';
import { difference, isNegative, isZero, sum } from '../decimals';
import { useAnswer, useDesk } from '../desk';
import { NumberInput } from '../number-input';

const EMPTY: Funding = { national: '0', prefectural: '0', bond: '0', other: '0', general: '0' };

const inputOf = (kind: FundingKind) => `funding-${kind}`;

interface FundingEditorProps {
  readonly label: string;
  readonly begins?: boolean;
}

/** Where the budget comes from: five amounts that must add up to it. */
export function FundingEditor({ label, begins }: FundingEditorProps): ReactElement {
  const say = useWords('sheet-page');
  const words = useWords('sheet');
  const { money } = useFormats();
  const { answers, unfinished } = useDesk();
  const { now, before, write } = useAnswer('funding');
  const funding = now ?? (begins ? before : undefined);
  const parts = funding ?? EMPTY;
  const total = sum(FUNDING_KINDS.map((kind) => parts[kind]));
  const budget = answers.budget ?? null;
  const left = budget === null ? null : difference(budget, total);
  const change = (kind: FundingKind, value: string | null) => {
    const next = { ...parts, [kind]: value ?? '0' };
    // Five emptied amounts take the answer back; where there is a last year, it would stand there again.
    const emptied = value === null && before === undefined && FUNDING_KINDS.every((one) => isZero(next[one]));
    write(emptied ? null : next);
  };
  const fill = (rest: string) => {
    unfinished.holdText(inputOf('general'), null);
    change('general', sum([parts.general, rest]));
  };
  return (
    <table className="tbl funding" id="f-funding">
      <caption className="sr">{label}</caption>
      <tbody>
        {FUNDING_KINDS.map((kind) => (
          <tr key={kind}>
            <th scope="row">{words(`funding.${kind}`)}</th>
            <td className="w">
              <NumberInput
                field="funding"
                input={inputOf(kind)}
                label={say('funding.of', { kind: words(`funding.${kind}`) })}
                value={funding?.[kind]}
                onChange={(value) => change(kind, value)}
                money
                unit={words('unit.money')}
              />
            </td>
            <td className="sub">{words('unit.money')}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{say('funding.total')}</th>
          <td className="num">{money(total)}</td>
          <td className="sub">{words('unit.money')}</td>
        </tr>
        {left !== null && (
          <tr>
            <td colSpan={3}>
              <p className="hint">
                <span role="status">
                  {isZero(left)
                    ? say('funding.fits')
                    : isNegative(left)
                      ? say('funding.over', { amount: money(left.slice(1)) })
                      : say('funding.left', { amount: money(left) })}
                </span>
              </p>
              {!isZero(left) && !isNegative(left) && (
                <Button small onClick={() => fill(left)}>
                  {say('funding.fill')}
                </Button>
              )}
            </td>
          </tr>
        )}
      </tfoot>
    </table>
  );
}

import type { Judgement } from '#indicator';
import type { PlanReport } from '#plan';

const line = (text: string): void => void process.stdout.write(`${text}\n`);

/** What a document was read as, for a person at a terminal. */
export function printPlan(report: PlanReport): void {
  const { sections, policies, indicators, programs, items } = report.totals;
  line(
    `sections ${sections}, policies ${policies}, indicators ${indicators}, programs ${programs}, items ${items}`,
  );
  for (const section of report.sections) {
    line(
      `${String(section.line).padStart(5)}  ${section.number} ${section.title}: ${section.programs} programs, ${section.items.join('+') || 0} items`,
    );
  }
  for (const indicator of report.indicators) {
    const target = indicator.target ?? indicator.targetWords ?? '?';
    line(
      `${String(indicator.line).padStart(5)}  ${indicator.name}: ${indicator.baseline ?? '-'} -> ${target} ${indicator.unit} (${indicator.direction})`,
    );
  }
  for (const question of report.questions) line(`${String(question.line).padStart(5)}  ? ${question.text}`);
}

export function printJudgements(judgements: readonly Judgement[]): void {
  for (const j of judgements) {
    line(
      [
        j.id,
        j.status,
        `E ${j.expected ?? '-'}`,
        `p ${j.progress ?? '-'}`,
        `n ${j.need ?? '-'}`,
        `r ${j.pace ?? '-'}`,
        j.reason ?? '',
      ].join('\t'),
    );
  }
}

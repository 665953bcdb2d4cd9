import { DEFAULT_QUANTILE, limitText, measureById, type Thresholds } from '@driftline/shared';
import type { PanelContent, Question } from './content.ts';

/** What to see in a panel, and what the measure says of its limit and of what to do beyond it. */
export function panelDescription({ description, questions }: PanelContent): string {
  for (const question of questions) {
    const limits = limitsOf(question);
    if (limits !== undefined) return [description, limitSentence(question, limits), limits.runbook].join('\n\n');
  }
  return description;
}

/** The limits of what a question shows; undefined without any. */
export function limitsOf({ measure, show = 'value', quantile = DEFAULT_QUANTILE }: Question): Thresholds | undefined {
  const { thresholds } = measureById(measure);
  if (thresholds === undefined || quantile !== DEFAULT_QUANTILE) return undefined;
  return show === (thresholds.of ?? 'value') ? thresholds : undefined;
}

function limitSentence({ measure, show }: Question, { side, critical, warning }: Thresholds): string {
  const text = (limit: number): string =>
    show === 'excess' ? `${100 * limit} points` : limitText(measureById(measure), limit);
  const before = warning === undefined ? '' : `, warning ${side} ${text(warning)}`;
  return `Critical ${side} ${text(critical)}${before}.`;
}

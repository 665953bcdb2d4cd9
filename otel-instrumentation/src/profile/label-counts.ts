import { LabelMatcher, type PredictionReference } from '@driftline/shared';
import type { Statistic } from './statistics.ts';

/**
 * Training rows of each class by their labels, where these stand beside the predictions. Labels that are no class of the
 * profile are left out.
 *
 * @returns undefined where they do not: `counts` of the profile are those of the labels then, if it has any
 */
export function labelCounts(
  statistics: readonly Statistic[],
  { classes, labels: mode }: Pick<PredictionReference & { kind: 'classification' }, 'classes' | 'labels'>,
): number[] | undefined {
  const cells = statistics.filter(({ statistic }) => statistic === 'confusion');
  if (cells.length === 0) return undefined;
  const matcher = new LabelMatcher(classes, { mode });
  const counts = new Map<string, number>();
  for (const { actual, count } of cells) {
    const label = matcher.labelOf(actual ?? '');
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + (count ?? 0));
  }
  return classes.map((label) => counts.get(label) ?? 0);
}

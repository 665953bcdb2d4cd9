import { LabelMatcher, LONGEST_LABEL, OTHER } from '@driftline/shared';
import type { CountedLabel, CountedLabels } from './counted-labels.ts';

/**
 * The categories that get a bin of their own: the most frequent, but none that few training rows have, since it may tell
 * who they are about. Categories that are asked for are kept in their order, whether there are rows or not.
 *
 * @param most - number of categories that are kept
 * @param minimumCount - training rows that a category needs
 * @param asked - categories that are asked for
 */
export function keptCategories(
  { values, mode }: CountedLabels,
  most: number,
  minimumCount: number,
  asked?: readonly string[],
): readonly CountedLabel[] {
  if (asked === undefined) {
    return values.filter((each) => isLabel(each) && each.count >= minimumCount).slice(0, most);
  }
  const matcher = new LabelMatcher(asked, { mode });
  const counts = new Map<string, number>(asked.map((value) => [value, 0]));
  for (const { value, count } of values) {
    const label = matcher.labelOf(value);
    if (label !== undefined) counts.set(label, (counts.get(label) ?? 0) + count);
  }
  return [...counts].map(([value, count]) => ({ value, count }));
}

/** All classes: those that are asked for in their order, then the others, the most frequent first. */
export function classesOf(labels: CountedLabels, asked: readonly string[] = []): readonly CountedLabel[] {
  const first = keptCategories(labels, 0, 0, asked);
  const matcher = new LabelMatcher(asked, { mode: labels.mode });
  return [...first, ...labels.values.filter(({ value }) => matcher.labelOf(value) === undefined)];
}

/** Whether categories are left out because few training rows have them. */
export function hasRareCategories({ values }: CountedLabels, minimumCount: number): boolean {
  return values.some((each) => isLabel(each) && each.count < minimumCount);
}

/** Whether a text can become a label at all. A category that is itself called "other" belongs in the bin of that name. */
function isLabel({ value }: CountedLabel): boolean {
  return value !== OTHER && value.length <= LONGEST_LABEL;
}

import { canonicalText, compareText, LabelMatcher, type LabelMode } from '@driftline/shared';

/** Rows of one label. */
export interface CountedLabel {
  readonly value: string;
  readonly count: number;
}

/** Labels of a column, the most frequent first, with the mode in which they are read. */
export interface CountedLabels {
  readonly mode: LabelMode;
  readonly values: readonly CountedLabel[];
  /** Rows among those counted that are missing after all, such as texts of nothing but white space. */
  readonly missing: number;
}

const SEPARATOR = ' & ';

/**
 * The labels of texts that were counted; texts of one value add up.
 *
 * @param columns - how many columns the texts join by ` & `
 */
export function countedLabels(texts: readonly CountedLabel[], mode: LabelMode, columns = 1): CountedLabels {
  const counts = new Map<string, number>();
  for (const { value, count } of texts) {
    const label = columns === 1 ? labelOfText(value, mode) : joinedLabel(value, mode, columns);
    counts.set(label, (counts.get(label) ?? 0) + count);
  }
  const missing = counts.get('') ?? 0;
  counts.delete('');
  const values = [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || compareText(a.value, b.value));
  return { mode, values, missing };
}

/** What finds the label of any text among some labels. */
export function matcherOf({ values, mode }: CountedLabels): LabelMatcher {
  return new LabelMatcher(
    values.map(({ value }) => value),
    { mode },
  );
}

/** The label of a text. */
export function labelOfText(text: string, mode: LabelMode): string {
  return canonicalText(text, mode) ?? text;
}

/** Where a value holds the separator itself, its parts cannot be told, and it stays as it is. */
function joinedLabel(text: string, mode: LabelMode, columns: number): string {
  const parts = text.split(SEPARATOR);
  return parts.length === columns ? parts.map((part) => labelOfText(part, mode)).join(SEPARATOR) : text;
}

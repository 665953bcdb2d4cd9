import type { Labels, Series } from '../query/answers.ts';

/** Series that agree in the labels which tell one subject from another. */
export interface Group {
  readonly key: string;
  /** Those labels alone. */
  readonly labels: Labels;
  readonly series: Series[];
}

/** Puts series together that agree in the labels `per`, in the order in which the store gave them. */
export function groupedBy(series: readonly Series[], per: readonly string[]): Map<string, Group> {
  const groups = new Map<string, Group>();
  for (const each of series) {
    const key = keyOf(each.labels, per);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { key, labels: picked(each.labels, per), series: [each] });
    else group.series.push(each);
  }
  return groups;
}

/** Series of which there is one for each subject, by the key of {@link groupedBy}. */
export function singleBy(series: readonly Series[], per: readonly string[]): Map<string, Series> {
  return new Map(series.map((each) => [keyOf(each.labels, per), each]));
}

/** Values of a subject's labels as one text; their lengths keep any two apart. */
export function keyOf(labels: Labels, per: readonly string[]): string {
  let key = '';
  for (const label of per) {
    const value = labels[label] ?? '';
    key += `${value.length}:${value}`;
  }
  return key;
}

function picked(labels: Labels, per: readonly string[]): Labels {
  const own: Record<string, string> = {};
  for (const label of per) {
    const value = labels[label];
    if (value !== undefined && value !== '') own[label] = value;
  }
  return own;
}

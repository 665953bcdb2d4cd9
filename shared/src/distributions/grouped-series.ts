import type { Labels, Series, SeriesList } from '../query/answers.ts';

/** Series that agree in the labels which tell one subject from another. */
export interface Group {
  readonly key: string;
  /** Those labels alone. */
  readonly labels: Labels;
  readonly series: readonly Series[];
}

/** Queries of one request share answers, and much of what they cost is to group them. */
const groupings = new WeakMap<SeriesList, Map<string, ReadonlyMap<string, Group>>>();

/** Puts series together that agree in the labels `per`, in the order in which the store gave them; once for each list. */
export function groupedBy(list: SeriesList, per: readonly string[]): ReadonlyMap<string, Group> {
  const ofList = groupings.get(list) ?? new Map<string, ReadonlyMap<string, Group>>();
  groupings.set(list, ofList);
  const name = per.join();
  const groups = ofList.get(name) ?? newGroups(list, per);
  ofList.set(name, groups);
  return groups;
}

function newGroups(list: SeriesList, per: readonly string[]): ReadonlyMap<string, Group> {
  const groups = new Map<string, Group>();
  for (const series of list.grouped === undefined ? grouped(list, per) : groupsOfHost(list, list.grouped(per))) {
    const { labels } = series[0] as Series;
    const key = keyOf(labels, per);
    groups.set(key, { key, labels: picked(labels, per), series });
  }
  return groups;
}

function grouped(list: readonly Series[], per: readonly string[]): Iterable<readonly Series[]> {
  const groups = new Map<string, Series[]>();
  for (const each of list) {
    const key = keyOf(each.labels, per);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups.values();
}

function groupsOfHost(list: readonly Series[], groups: readonly (readonly number[])[]): Iterable<readonly Series[]> {
  return groups.map((indexes) => indexes.map((index) => list[index] as Series));
}

/** Series of which there is one for each subject, by the key of {@link groupedBy}. */
export function singleBy(series: readonly Series[], per: readonly string[]): Map<string, Series> {
  return new Map(series.map((each) => [keyOf(each.labels, per), each]));
}

/** A value of the subject with some labels at the `index`-th time; NaN where it has none. */
export type ValueOf = (labels: Labels, index: number) => number;

/** Finds the values of subjects that have one series each. Few ask for them: keys are made when one does. */
export function valuesBy(list: readonly Series[], per: readonly string[]): ValueOf {
  let byKey: ReadonlyMap<string, Series> | undefined;
  const known = new Map<Labels, Series | undefined>();
  return (labels, index) => {
    byKey ??= singleBy(list, per);
    if (!known.has(labels)) known.set(labels, byKey.get(keyOf(labels, per)));
    return known.get(labels)?.values[index] ?? NaN;
  };
}

/** Values of a subject's labels as one text; their lengths keep any two apart. */
export function keyOf(labels: Labels, per: readonly string[]): string {
  let key = '';
  // Loops by index, as in `total`: this runs for every series.
  for (let i = 0; i < per.length; i++) {
    const value = labels[per[i] as string] ?? '';
    key += `${value.length}:${value}`;
  }
  return key;
}

function picked(labels: Labels, per: readonly string[]): Labels {
  const own: Record<string, string> = {};
  for (let i = 0; i < per.length; i++) {
    const label = per[i] as string;
    const value = labels[label];
    if (value !== undefined && value !== '') own[label] = value;
  }
  return own;
}

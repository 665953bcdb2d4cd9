import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { REPLICA } from '../conventions/replica.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy, keyOf } from '../distributions/grouped-series.ts';
import type { Selected } from '../counts/counts.ts';
import { byLabel } from '../promql/by-label.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { ofSegment } from '../promql/of-segment.ts';
import type { Expression } from '../promql/expression.ts';
import { toPromql } from '../promql/to-promql.ts';
import type { Labels, SeriesList } from '../query/answers.ts';
import type { Aspect, MeasureQuery } from '../query/measure-query.ts';
import type { EvaluatedSubject, Measure } from '../templates/measure.ts';

const SEGMENT = [labelOf(ATTRIBUTES.segmentName), labelOf(ATTRIBUTES.segmentValue)];

/** Labels within each of whose values a query is asked by itself: those of the replica, and of the segment. */
export function splitLabels({ byReplica, segment }: MeasureQuery): string[] {
  return [...(byReplica === true ? [REPLICA] : []), ...(segment === undefined ? [] : SEGMENT)];
}

/** PromQL of a part of a query: of all replicas together or of each by itself, of the model or of its segments. */
export function promqlOf(expression: Expression, query: MeasureQuery): string {
  const whole = expression.build();
  const counted = query.segment === undefined ? whole : ofSegment(whole, query.segment);
  return toPromql(splitLabels(query).reduce((split, label) => byLabel(split, label), counted));
}

/** The subjects of a query, of each replica or segment by itself where it asks so: what the others have is then not seen. */
export function subjectsOf(measure: Measure, query: MeasureQuery, selected: Selected): EvaluatedSubject[] {
  const all = splitSelected(query, selected).flatMap(({ labels, selected: own }) =>
    measure.evaluate(query, own).map((subject) => ({ ...subject, labels: { ...subject.labels, ...labels } })),
  );
  return measure.picks === undefined ? all : worstOf(all, pickedPer(query));
}

const PER_MODEL = dimensionLabels(METRICS.predictions);

/** Labels of what has one worst segment. */
export function pickedPer({ byReplica }: MeasureQuery): string[] {
  return byReplica === true ? [...PER_MODEL, REPLICA] : PER_MODEL;
}

const VALUE: ReadonlySet<Aspect> = new Set(['value']);

/** The subjects, each at those times alone at which none with the same labels `per` has a higher value. */
function worstOf(subjects: readonly EvaluatedSubject[], per: readonly string[]): EvaluatedSubject[] {
  const rivals = new Map<string, EvaluatedSubject[]>();
  for (const subject of subjects) {
    const key = keyOf(subject.labels, per);
    const known = rivals.get(key);
    if (known === undefined) rivals.set(key, [subject]);
    else known.push(subject);
  }
  return [...rivals.values()].flatMap((all) => {
    const worst = new Map<number, EvaluatedSubject | undefined>();
    const worstAt = (index: number): EvaluatedSubject | undefined => {
      if (!worst.has(index)) worst.set(index, highestAt(all, index));
      return worst.get(index);
    };
    return all.map((subject) => ({
      ...subject,
      at: (index: number, wanted: ReadonlySet<Aspect>) =>
        worstAt(index) === subject ? subject.at(index, wanted) : undefined,
    }));
  });
}

/** The first subject with the highest value at a time; undefined where none has a value. */
function highestAt(subjects: readonly EvaluatedSubject[], index: number): EvaluatedSubject | undefined {
  let highest: EvaluatedSubject | undefined;
  let most = -Infinity;
  for (const subject of subjects) {
    const value = subject.at(index, VALUE)?.value ?? NaN;
    if (!(value > most)) continue;
    highest = subject;
    most = value;
  }
  return highest;
}

/** What the store answered to a query, by the labels that split it. */
export function splitSelected(
  query: MeasureQuery,
  selected: Selected,
): readonly { readonly labels: Labels; readonly selected: Selected }[] {
  const per = splitLabels(query);
  if (per.length === 0) return [{ labels: {}, selected }];
  const parts = new Map<string, { readonly labels: Labels; readonly selected: Record<string, SeriesList> }>();
  for (const [name, list] of Object.entries(selected)) {
    for (const { key, labels, series } of groupedBy(list, per).values()) {
      const part = parts.get(key);
      if (part === undefined) parts.set(key, { labels, selected: { [name]: series } });
      else part.selected[name] = series;
    }
  }
  return [...parts.values()];
}

import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import { compareText } from '../conventions/text-order.ts';
import { valueAt } from '../counts/counts.ts';
import { PROFILE } from '../distributions/compared-labels.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import { keyOf, singleBy } from '../distributions/grouped-series.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { Answers, Labels, SeriesList } from '../query/answers.ts';
import type { Aspect, MeasureQuery } from '../query/measure-query.ts';
import type { Thresholds } from '../templates/description.ts';
import type { EvaluatedSubject, Measure } from '../templates/measure.ts';
import { askedMeasure } from './asked-measure.ts';
import { subjectsOf } from './by-replica.ts';
import { legendOf } from './compile.ts';
import type { Limits, MeasureFrame } from './frames.ts';
import { isOfBatchModel, isOver, resolvingQuery, shortActivityOf } from './resolved-by.ts';

/**
 * The result of a query, given the store's answers to its plan: one frame for each series, with the value, the counts
 * behind it and, if the measure has them, the interval, the critical value and the limits.
 *
 * @param wanted - what is needed of the measure's aspects; all of them unless given
 * @throws {QueryError} for a query that cannot be asked
 * @throws {RangeError} when an answer of the plan is missing
 */
export function evaluate(asked: MeasureQuery, answers: Answers, wanted?: readonly Aspect[]): MeasureFrame[] {
  const { query, measure, texts } = askedMeasure(asked);
  const selected = Object.fromEntries(Object.entries(texts).map(([name, promql]) => [name, answerOf(answers, promql)]));
  const { times } = answers;
  const aspects = wanted ?? measure.aspects(query);
  const frameOf = framesOf(query, measure, times);
  const frames = subjectsOf(measure, query, selected)
    .map((subject) => frameOf(subject, valuesOf(subject, aspects, times.length)))
    .filter((frame) => frame !== undefined);
  const sorted = toldApart(frames).sort(
    (a, b) => compareText(a.name, b.name) || compareText(sortKey(a.labels), sortKey(b.labels)),
  );
  const resolving = resolvingQuery(query);
  const { resolvedBy, show = 'value' } = query;
  if (resolving === undefined || resolvedBy === undefined) return sorted;
  const isActive = activityIn(answers, query, measure);
  const bySubject = new Map(
    evaluate(resolving, answers, [show]).map(({ labels, values }) => [sortKey(labels), values[show] ?? []]),
  );
  return sorted.map((frame) => {
    const shorts = bySubject.get(sortKey(frame.labels)) ?? [];
    const isActiveAt = isActive(frame.labels);
    const values = (frame.values[show] ?? []).map((long, i) =>
      isActiveAt(i) && !isOver(measure, { long, short: shorts[i] ?? NaN }, resolvedBy) ? long : NaN,
    );
    return { ...frame, values: { ...frame.values, [show]: values } };
  });
}

/** Values of a subject by aspect; undefined if nothing is known of it at any time. */
type Values = Readonly<Partial<Record<Aspect, readonly number[]>>> | undefined;

function valuesOf(subject: EvaluatedSubject, aspects: readonly Aspect[], times: number): Values {
  if (aspects.length === 1 && aspects[0] === 'value' && subject.values !== undefined) {
    const column = subject.values();
    const values: number[] = [];
    let hasValue = false;
    // A loop by index, as below: engines that interpret take ten times as long for one by iterator.
    for (let i = 0; i < times; i++) {
      const value = column[i] ?? NaN;
      values.push(value);
      hasValue ||= !Number.isNaN(value);
    }
    // Of one without any value it is left to find out whether something else is known.
    if (hasValue) return { value: values };
  }
  const wanted = new Set(aspects);
  const values: Partial<Record<Aspect, number[]>> = {};
  for (const aspect of aspects) values[aspect] = [];
  let isKnown = false;
  // Loops by index: this runs for every series and every time.
  for (let i = 0; i < times; i++) {
    const known = subject.at(i, wanted);
    if (known !== undefined) isKnown = true;
    for (let a = 0; a < aspects.length; a++) {
      const aspect = aspects[a] as Aspect;
      (values[aspect] as number[]).push(known?.[aspect] ?? NaN);
    }
  }
  return isKnown ? values : undefined;
}

/** Whether what a series is about was in use over the short window, at each time. */
function activityIn(
  answers: Answers,
  query: MeasureQuery,
  measure: Measure<MeasureId>,
): (labels: Labels) => (index: number) => boolean {
  const activity = shortActivityOf(measure, query);
  if (activity === undefined) return () => () => true;
  const { per, promql } = activity;
  const counted = singleBy(answerOf(answers, promql), per);
  return (labels) => {
    if (isOfBatchModel(labels, query)) return () => true;
    const series = counted.get(keyOf(labels, per));
    return (index) => valueAt(series, index) > 0;
  };
}

function answerOf(answers: Answers, promql: string): SeriesList {
  const series = answers.series.get(promql);
  if (series === undefined) throw new RangeError(`The store was not asked for ${promql}.`);
  return series;
}

function framesOf(
  query: MeasureQuery,
  measure: Measure<MeasureId>,
  times: readonly number[],
): (subject: EvaluatedSubject, values: Values) => MeasureFrame | undefined {
  const legend = legendOf(measure, query);
  const common = {
    measure: measure.id,
    subject: measure.subject,
    unit: measure.unit,
    ...(measure.subject === 'bin' ? { bin: measure.bin ?? distributionOf(query).bin } : {}),
    times,
  };
  const limitsOf = limitsFor(measure.thresholds, query, times.length);
  return (subject, values) => {
    if (values === undefined) return undefined;
    const { labels } = subject;
    return { ...common, ...limitsOf(subject), labels, name: nameOf(legend, labels), values };
  };
}

/** The limits of what a query shows: those of an excess lie higher for a plain share, by the share of the training data. */
function limitsFor(
  thresholds: Thresholds | undefined,
  { show = 'value' }: MeasureQuery,
  times: number,
): (subject: EvaluatedSubject) => { readonly limits?: Limits } {
  if (thresholds === undefined) return () => ({});
  const { side, warning, critical, of = 'value' } = thresholds;
  const limitsAt = (at: (limit: number) => number): { readonly limits: Limits } => ({
    limits: { side, ...(warning === undefined ? {} : { warning: at(warning) }), critical: at(critical) },
  });
  if (of !== show) return (subject) => limitsAt((limit) => lastLimit(limit, subject, times));
  const same = limitsAt((limit) => limit);
  return () => same;
}

function lastLimit(limit: number, { limitAt }: EvaluatedSubject, times: number): number {
  for (let index = times - 1; index >= 0; index--) {
    const at = limitAt(index, limit);
    if (!Number.isNaN(at)) return at;
  }
  return limit;
}

/** A legend format, filled with the labels of one series. */
function nameOf(legend: string, labels: Labels): string {
  return legend.replace(/\{\{\s*([^}\s]+)\s*\}\}/g, (_, label: string) => labels[label] ?? '').trim();
}

/** How names tell series apart that a legend calls the same, in this order. */
const DISTINCTIONS: readonly (readonly [label: string, prefix: string])[] = [
  [labelOf(ATTRIBUTES.modelName), ''],
  [labelOf(ATTRIBUTES.modelVersion), 'version '],
];

/**
 * Names say which model or version a series belongs to where two would have the same name; and which profile only where
 * they are alike but for it, as while a version is deployed.
 */
function toldApart(frames: readonly MeasureFrame[]): MeasureFrame[] {
  const byVersion = withDetails(frames, (alike) =>
    DISTINCTIONS.filter(([label]) => alike.some(({ labels }) => labels[label] !== alike[0]?.labels[label])),
  );
  return withDetails(byVersion, () => [[PROFILE, 'profile ']]);
}

function withDetails(
  frames: readonly MeasureFrame[],
  distinctionsOf: (alike: readonly MeasureFrame[]) => typeof DISTINCTIONS,
): MeasureFrame[] {
  const byName = new Map<string, MeasureFrame[]>();
  for (const frame of frames) {
    const alike = byName.get(frame.name);
    if (alike === undefined) byName.set(frame.name, [frame]);
    else alike.push(frame);
  }
  if (byName.size === frames.length) return [...frames];
  return frames.map((frame) => {
    const alike = byName.get(frame.name) ?? [];
    const distinctions = alike.length > 1 ? distinctionsOf(alike) : [];
    if (distinctions.length === 0) return frame;
    const details = distinctions.map(([label, prefix]) => `${prefix}${frame.labels[label] ?? 'unknown'}`);
    return { ...frame, name: `${frame.name} (${details.join(', ')})` };
  });
}

function sortKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => compareText(a, b)));
}

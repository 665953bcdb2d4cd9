import { compareText } from '../conventions/text-order.ts';
import { PROFILE } from '../distributions/compared-labels.ts';
import { keyOf } from '../distributions/grouped-series.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import type { MeasureId } from '../measures/registry.ts';
import type { Answers, Labels, SeriesList } from '../query/answers.ts';
import type { Aspect, MeasureQuery } from '../query/measure-query.ts';
import type { Thresholds } from '../templates/description.ts';
import type { EvaluatedSubject, Measure } from '../templates/measure.ts';
import { checkedQuery } from './checked-query.ts';
import { checkAspect, legendOf } from './compile.ts';
import type { Limits, MeasureFrame } from './frames.ts';
import { selectionTexts } from './plan.ts';

/**
 * The result of a query, given the store's answers to its plan: one frame for each series, with the value, the counts
 * behind it and, if the measure has them, the interval, the critical value and the limits.
 *
 * @param wanted - what is needed of the measure's aspects; all of them unless given
 * @throws {QueryError} for a query that cannot be asked
 * @throws {RangeError} when an answer of the plan is missing
 */
export function evaluate(asked: MeasureQuery, answers: Answers, wanted?: readonly Aspect[]): MeasureFrame[] {
  const { query, measure } = checkedQuery(asked);
  checkAspect(measure, query, query.show ?? 'value');
  const selected = Object.fromEntries(
    Object.entries(selectionTexts(measure, query)).map(([name, promql]) => [name, answerOf(answers, promql)]),
  );
  const aspects = wanted ?? measure.aspects(query);
  const frameOf = framesOf(query, measure, answers.times, aspects);
  const frames = measure
    .evaluate(query, selected)
    .map(frameOf)
    .filter((frame) => frame !== undefined);
  return profilesToldApart(frames).sort(
    (a, b) => compareText(a.name, b.name) || compareText(sortKey(a.labels), sortKey(b.labels)),
  );
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
  aspects: readonly Aspect[],
): (subject: EvaluatedSubject) => MeasureFrame | undefined {
  const wanted = new Set(aspects);
  const legend = legendOf(measure, query);
  const common = {
    measure: measure.id,
    subject: measure.subject,
    unit: measure.unit,
    ...(measure.subject === 'bin' ? { bin: measure.bin ?? distributionOf(query).bin } : {}),
    times,
  };
  const { thresholds } = measure;
  return (subject) => {
    const known = times.map((_, i) => subject.at(i, wanted));
    if (known.every((each) => each === undefined)) return undefined;
    const values: Partial<Record<Aspect, number[]>> = {};
    for (const aspect of aspects) values[aspect] = known.map((each) => each?.[aspect] ?? NaN);
    return {
      ...common,
      ...(thresholds === undefined ? {} : { limits: limitsOf(thresholds, query, subject, times.length) }),
      labels: subject.labels,
      name: nameOf(legend, subject.labels),
      values,
    };
  };
}

/** The limits of what a query shows: those of an excess lie higher for a plain share, by the share of the training data. */
function limitsOf(thresholds: Thresholds, { show }: MeasureQuery, subject: EvaluatedSubject, times: number): Limits {
  const { side, warning, critical, of } = thresholds;
  const limitOf = (limit: number): number => (of === show ? limit : lastLimit(limit, subject, times));
  return { side, ...(warning === undefined ? {} : { warning: limitOf(warning) }), critical: limitOf(critical) };
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

/** Names say which profile a series belongs to only where two are alike but for it, as while a version is deployed. */
function profilesToldApart(frames: readonly MeasureFrame[]): MeasureFrame[] {
  const keys = frames.map(({ labels }) => {
    const names = Object.keys(labels).filter((name) => name !== PROFILE);
    return `${names.join()} ${keyOf(labels, names)}`;
  });
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return frames.map((frame, i) =>
    counts.get(keys[i] as string) === 1
      ? frame
      : { ...frame, name: `${frame.name} (profile ${frame.labels[PROFILE] ?? 'unknown'})` },
  );
}

function sortKey(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => compareText(a, b)));
}

import { evaluate } from '../compiler/evaluate.ts';
import type { MeasureFrame } from '../compiler/frames.ts';
import { METRICS } from '../conventions/metrics.ts';
import { segmentMetric } from '../conventions/segment.ts';
import { seriesPattern } from '../conventions/series.ts';
import { measureById } from '../measures/registry.ts';
import type { Answers } from '../query/answers.ts';
import type { Aspect, MeasureQuery } from '../query/measure-query.ts';
import { minimumGroupSizeOf, minimumOf } from '../query/minimum-observations.ts';

/** Why an answer has no value at all. */
export type NoValues =
  /** The store has none of the series that the query reads. */
  | { readonly reason: 'nothing recorded'; readonly needsOutcomes: boolean }
  /** There are predictions, and no outcomes of them in the window. */
  | { readonly reason: 'no ground truth' }
  /** `observations` is the most that any window of the answer has; absent where it is not told, or differs by group. */
  | { readonly reason: 'too few observations'; readonly observations?: number; readonly minimum: number }
  /** Every group has fewer people than may be shown. */
  | { readonly reason: 'small groups'; readonly minimum: number }
  | { readonly reason: 'no baseline' }
  /** Every value lies within what sampling noise alone brings. */
  | { readonly reason: 'noise' }
  /** The formula has no value for these counts, such as a precision without favorable predictions. */
  | { readonly reason: 'undefined' };

const OUTCOMES = [METRICS.outcomes, METRICS.outcomeError, METRICS.outcomeErrorSquared, METRICS.outcomeDeviation];
const OF_OUTCOMES = new RegExp([...OUTCOMES, ...OUTCOMES.map(segmentMetric)].map(seriesPattern).join('|'));

/** Says why a query has no values, from the answers that gave none. */
export function noValues(query: MeasureQuery, answers: Answers): NoValues {
  const measure = measureById(query.measure);
  const needsOutcomes = [...answers.series.keys()].some((promql) => OF_OUTCOMES.test(promql));
  if ([...answers.series.values()].every((series) => series.length === 0)) {
    return { reason: 'nothing recorded', needsOutcomes };
  }
  const { significance: _, ...certain } = { ...query, show: 'value' as const };
  if (query.significance !== undefined && hasValue(evaluate(certain, answers, ['value']))) return { reason: 'noise' };
  const observations = Math.max(0, ...valuesOf(evaluate(certain, answers, ['observations']), 'observations'));
  const any = { ...certain, minimumObservations: 1, minimumGroupSize: 1 };
  if (hasValue(evaluate(any, answers, ['value']))) {
    const minimum = minimumOf(query, measure.observationsPerBin === 0 ? 0 : binsOf(query, answers));
    if (observations > 0 && observations < minimum) return { reason: 'too few observations', observations, minimum };
    if (measure.inputs.includes('minimumGroupSize')) return tooFewInGroups(certain, answers, minimum);
    // There are enough on the live side.
    return measure.inputs.includes('baseline')
      ? { reason: 'no baseline' }
      : { reason: 'too few observations', observations, minimum };
  }
  if (observations > 0) return { reason: measure.inputs.includes('baseline') ? 'no baseline' : 'undefined' };
  if (needsOutcomes) return { reason: 'no ground truth' };
  return { reason: 'too few observations', observations: 0, minimum: minimumOf(query) };
}

/** Groups lack people, or those that are compared lack observations, of which each has a number of its own. */
function tooFewInGroups(query: MeasureQuery, answers: Answers, minimum: number): NoValues {
  const shown = evaluate({ ...query, minimumObservations: minimumGroupSizeOf(query) }, answers, ['value']);
  return hasValue(shown)
    ? { reason: 'too few observations', minimum }
    : { reason: 'small groups', minimum: minimumGroupSizeOf(query) };
}

/** The fewest bins that the baseline of any distribution uses: the first that would have a value. */
function binsOf(query: MeasureQuery, answers: Answers): number {
  const shares = evaluate({ ...query, measure: 'reference-share', show: 'value' }, answers, ['value']);
  const bins = new Map<string, number>();
  for (const { labels, bin = '', values } of shares) {
    const { [bin]: _, ...others } = labels;
    const key = JSON.stringify(others);
    if (values.value?.some((share) => share > 0) === true) bins.set(key, (bins.get(key) ?? 0) + 1);
  }
  return bins.size === 0 ? 0 : Math.min(...bins.values());
}

const hasValue = (frames: readonly MeasureFrame[]): boolean => valuesOf(frames, 'value').length > 0;

function valuesOf(frames: readonly MeasureFrame[], aspect: Aspect): number[] {
  return frames.flatMap(({ values }) => (values[aspect] ?? []).filter(Number.isFinite));
}

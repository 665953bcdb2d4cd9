import { add, max, maxOverTime, min, minOverTime } from '@grafana/promql-builder';
import { ATTRIBUTES, OTHER, type FeatureProblem } from '../conventions/attributes.ts';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery, Where } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { orZero } from './or-zero.ts';
import { reference } from './reference.ts';
import { counter, dimensionLabels, gauge, type LabelValues } from './selectors.ts';
import { sumBy } from './sum-by.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureObservations);

/** Another time window, or other series, than those of the query. */
interface Elsewhere {
  readonly offset?: string;
  readonly where?: Where;
}

/** Valid values of each feature in the window. */
export function featureObservations(query: MeasureQuery, elsewhere?: Elsewhere): Expression {
  return ofFeatures(METRICS.featureObservations, query, elsewhere);
}

/** Values with one of the given problems in the window, by feature and optionally by further labels. */
export function featureProblems(
  query: MeasureQuery,
  problems: readonly FeatureProblem[],
  by: readonly string[] = [],
): Expression {
  return ofFeatures(METRICS.featureProblems, query, {}, { [ATTRIBUTES.featureProblem]: problems }, by);
}

/** Rows in the window, by feature: missing and invalid values stay out of the bins and are added. */
export function featureRows(query: MeasureQuery): Expression {
  return add(featureObservations(query), featureProblems(query, ['missing', 'invalid']));
}

/** Share of the valid training rows whose category has no bin of its own, by feature; numeric ones have none. */
export function otherInTraining(query: MeasureQuery): Expression {
  return reference(METRICS.referenceFeatureRatio, query, PER_FEATURE, { [ATTRIBUTES.featureBin]: { is: OTHER } });
}

/** Share of the training rows in which a feature was missing. */
export function missingInTraining(query: MeasureQuery): Expression {
  return reference(METRICS.referenceFeatureMissingRatio, query, PER_FEATURE);
}

/** Shares of the training rows with other problems, by feature and optionally by problem; only those above 0 exist. */
export function problemsInTraining(query: MeasureQuery, problem?: FeatureProblem): Expression {
  const metric = METRICS.referenceFeatureProblemRatio;
  return problem === undefined
    ? reference(metric, query, [...PER_FEATURE, labelOf(ATTRIBUTES.featureProblem)])
    : reference(metric, query, PER_FEATURE, { [ATTRIBUTES.featureProblem]: { is: problem } });
}

/** Share of the training rows with one problem; 0 for the features that had none. */
export function problemInTraining(query: MeasureQuery, problem: FeatureProblem): Expression {
  if (problem === 'missing') return missingInTraining(query);
  return orZero(problemsInTraining(query, problem), missingInTraining(query));
}

/** Sum of the deviations from the reference mean, positive, by feature and side. */
export function featureDeviations(query: MeasureQuery, by: readonly string[], elsewhere?: Elsewhere): Expression {
  return ofFeatures(METRICS.featureDeviation, query, elsewhere, {}, by);
}

/** Sum of the deviations on one side of the reference mean, positive, by feature. */
export function featureDeviation(side: 'above' | 'below', query: MeasureQuery, elsewhere?: Elsewhere): Expression {
  return ofFeatures(METRICS.featureDeviation, query, elsewhere, { [ATTRIBUTES.deviationSide]: { is: side } });
}

/** Sum of squared deviations from the reference mean, by feature. */
export function squaredDeviations(query: MeasureQuery, elsewhere?: Elsewhere): Expression {
  return ofFeatures(METRICS.featureDeviationSquared, query, elsewhere);
}

/** The reference mean of each feature, grouped by the labels `by`. */
export function referenceMean(
  query: MeasureQuery,
  by: readonly string[],
  { offset, where = query.where }: Elsewhere = {},
): Expression {
  return reference(METRICS.referenceFeatureMean, { ...query, where }, by, {}, offset);
}

/** The standard deviation of each feature in the training data, grouped by the labels `by`. */
export function referenceStandardDeviation(query: MeasureQuery, by: readonly string[]): Expression {
  return reference(METRICS.referenceFeatureStddev, query, by);
}

/** The smallest or the largest value of each feature in the window. */
export function featureExtreme(which: 'min' | 'max', query: MeasureQuery): Expression {
  const range = gauge(which === 'min' ? METRICS.featureMin : METRICS.featureMax, query.where).range(query.window);
  return which === 'min' ? min(minOverTime(range)).by(PER_FEATURE) : max(maxOverTime(range)).by(PER_FEATURE);
}

function ofFeatures(
  metric: MetricOf<'counter'>,
  query: MeasureQuery,
  { offset, where = query.where }: Elsewhere = {},
  values: LabelValues = {},
  by: readonly string[] = [],
): Expression {
  return sumBy(increaseOf(counter(metric, where, values), query.window, offset), [...PER_FEATURE, ...by]);
}

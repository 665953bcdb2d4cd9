import { add, div, pow, n, sqrt, sub } from '@grafana/promql-builder';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { baselineSource } from '../distributions/baseline.ts';
import { NOW, type TimeWindow } from '../distributions/time-window.ts';
import { trainingRows } from '../distributions/training-rows.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import { featureDeviation, featureObservations, squaredDeviations } from '../promql/feature-values.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureDeviation);

/** The mean of each numeric feature and of its baseline, in PromQL. */
export interface MomentExpressions {
  /** Mean in the window less that of the baseline. */
  readonly difference: Expression;
  /** Standard deviation of the baseline. */
  readonly standardDeviation: Expression;
  readonly baselineObservations: Expression;
}

/** Means and spreads out of the sums that are recorded around the reference mean of each version. */
export function momentExpressions(query: MeasureQuery): MomentExpressions {
  const source = baselineSource(query);
  if (source.kind === 'profile') {
    return {
      difference: deviation(query, NOW),
      standardDeviation: gauge(METRICS.referenceFeatureStddev, query, NOW),
      baselineObservations: trainingRows(query),
    };
  }
  const { window, otherProfile, matched } = source;
  // Deviations of one version are all taken from the same mean; those of two are not.
  const center = otherProfile ? mean : deviation;
  return {
    difference: sub(center(query, NOW), matched(center(query, window))),
    standardDeviation: matched(standardDeviation(query, window)),
    baselineObservations: matched(observations(query, window)),
  };
}

/** Mean less the reference mean of the version itself. */
function deviation(query: MeasureQuery, window: TimeWindow): Expression {
  const above = featureDeviation('above', query, window);
  return div(sub(above, featureDeviation('below', query, window)), observations(query, window));
}

function mean(query: MeasureQuery, window: TimeWindow): Expression {
  return add(deviation(query, window), gauge(METRICS.referenceFeatureMean, query, window));
}

function standardDeviation(query: MeasureQuery, window: TimeWindow): Expression {
  const squares = div(squaredDeviations(query, window), observations(query, window));
  return sqrt(sub(squares, pow(deviation(query, window), n(2))));
}

function observations(query: MeasureQuery, window: TimeWindow): Expression {
  return atLeastMinimum(featureObservations(query, window), query);
}

function gauge(metric: MetricOf<'gauge'>, query: MeasureQuery, { where = query.where }: TimeWindow): Expression {
  return reference(metric, { ...query, where }, PER_FEATURE);
}

import { gt, n, or } from '@grafana/promql-builder';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { distributionOf } from '../distributions/distribution-of.ts';
import { NOW } from '../distributions/time-window.ts';
import { calls } from '../promql/calls.ts';
import type { Expression } from '../promql/expression.ts';
import { increaseOf } from '../promql/increase.ts';
import { counter, dimensionLabels, histogram } from '../promql/selectors.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Measure } from '../templates/measure.ts';

/** What is counted of a model while it is in use, or of a histogram. */
export interface Activity {
  /** What is counted, as one word. */
  readonly of: 'features' | 'predictions' | 'calls' | 'histogram';
  /** Labels that tell one subject from another. */
  readonly per: readonly string[];
  /** By `per`, what was counted in the window of the query where it is anything at all. */
  readonly counted: Expression;
}

const PER_MODEL = dimensionLabels(METRICS.predictions);

/**
 * What has to be counted over the short window of an alert for it to go on: without it the alert is over, since there is
 * nothing left that it could be about. It is that of a version of a model as a whole, so that one series a version says it
 * of all its features and groups.
 *
 * Outcomes come late and in lots, so that none of them in some minutes says nothing of the accuracy: alerts about outcomes
 * and groups go on while the model predicts or outcomes arrive.
 */
export function activityOf(measure: Pick<Measure, 'family' | 'subject'>, query: MeasureQuery): Activity {
  if (measure.family === 'traffic') {
    return { of: 'calls', per: PER_MODEL, counted: gt(calls(query), n(0)) };
  }
  if (query.of?.kind === 'histogram') {
    const { per, total } = distributionOf(query);
    return { of: 'histogram', per, counted: gt(total(NOW), n(0)) };
  }
  const isOfFeatures = measure.family === 'drift' || measure.family === 'data quality';
  if (isOfFeatures && measure.subject !== 'model' && query.of?.kind !== 'prediction') {
    // A value that is missing is in no bin.
    const counters = [METRICS.featureObservations, METRICS.featureProblems];
    return { of: 'features', per: PER_MODEL, counted: anyOf(counters.map((metric) => counted(metric, query))) };
  }
  return {
    of: 'predictions',
    per: PER_MODEL,
    counted: anyOf([
      counted(METRICS.predictions, query),
      counted(METRICS.predictionObservations, query),
      counted(METRICS.outcomes, query),
      sumBy(increaseOf(histogram(METRICS.outcomeError, 'count', query.where), query.window), PER_MODEL),
    ]),
  };
}

function counted(metric: MetricOf<'counter'>, { where, window }: MeasureQuery): Expression {
  return sumBy(increaseOf(counter(metric, where), window), PER_MODEL);
}

/** Counts that are above zero, of whichever has any. */
function anyOf(counts: readonly Expression[]): Expression {
  return counts.map((each): Expression => gt(each, n(0))).reduce((some, each) => or(some, each));
}

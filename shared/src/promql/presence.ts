import { count, gt, lastOverTime, mul, n, or, sum } from '@grafana/promql-builder';
import type { VectorExprBuilder } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { increaseOf } from './increase.ts';
import { counter, escapeRegex, gauge, histogram } from './selectors.ts';

/**
 * A new version takes the place of another: what a model lacks is looked for in all versions of it together, by its name.
 */
export const PER_MODEL_NAME: readonly string[] = [labelOf(ATTRIBUTES.modelName)];

/** How far back a model is known by what it recorded, as a PromQL duration: it holds nights, but not every weekend. */
export const REMEMBERED = '1d';

/** Seconds of {@link REMEMBERED}. */
export const REMEMBERED_SECONDS = 86_400;

/** Predictions of each model that does not run in batches and made any, over a window. */
export function predictionsOfModels(query: MeasureQuery, window: string): Expression {
  // A service that does not take the time has no calls, and one that predicts numbers no classes.
  const ways = [
    histogram(METRICS.predictionDuration, 'count', query.where),
    counter(METRICS.predictionObservations, query.where),
    counter(METRICS.predictions, query.where),
  ].map((each): Expression => sum(increaseOf(withoutBatches(each, query), window)).by([...PER_MODEL_NAME]));
  return ways.map((each): Expression => gt(each, n(0))).reduce((some, each) => or(some, each));
}

/** Series by which each model that does not run in batches is known to report, over a window. */
export function reportsOfModels(query: MeasureQuery, window: string): Expression {
  const ways = [gauge(METRICS.referenceRows, query.where), counter(METRICS.predictions, query.where)].map(
    (each): Expression => count(lastOverTime(withoutBatches(each, query).range(window))).by([...PER_MODEL_NAME]),
  );
  return ways.reduce((some, each) => or(some, each));
}

/** Zero for each of `some`. */
export function zeroOf(some: Expression): Expression {
  return mul(some, n(0));
}

function withoutBatches(vector: VectorExprBuilder, { batchModels = [] }: MeasureQuery): VectorExprBuilder {
  if (batchModels.length === 0) return vector;
  return vector.labelNotMatchRegexp(labelOf(ATTRIBUTES.modelName), batchModels.map(escapeRegex).join('|'));
}

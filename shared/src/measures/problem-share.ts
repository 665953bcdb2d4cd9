import { add } from '@grafana/promql-builder';
import { ATTRIBUTES, type FeatureProblem } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries } from '../conventions/series.ts';
import { counted } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { PER_FEATURE } from '../promql/reference.ts';
import { featuresOf, series } from '../promql/series.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Rate } from './measure.ts';

/** Counts of one feature from which every problem's share follows. */
export interface ValueCounts extends Readonly<Record<FeatureProblem, number>> {
  /** Values that fell into a bin, outliers and unseen categories among them. */
  readonly observations: number;
}

/**
 * Share of rows in which a feature had a problem. Missing and invalid values stay out of the bins and are added; the
 * other problems are among the observations already.
 *
 * @returns NaN where nothing was seen
 */
export function problemShareOf(problem: FeatureProblem, counts: ValueCounts): number {
  return counts[problem] / (counts.observations + counts.missing + counts.invalid);
}

/** The same in PromQL, one series a feature. */
export function problemRate(problem: FeatureProblem, query: MeasureQuery): Rate {
  const problems = (...kinds: FeatureProblem[]): Expression =>
    counted(
      series(counterSeries(METRICS.featureProblems), { ...featuresOf(query), [ATTRIBUTES.featureProblem]: kinds }),
      query,
      PER_FEATURE,
    );
  const observations = counted(
    series(counterSeries(METRICS.featureObservations), featuresOf(query)),
    query,
    PER_FEATURE,
  );
  return { hits: problems(problem), trials: add(observations, problems('missing', 'invalid')) };
}

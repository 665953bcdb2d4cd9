import { add, div, mul, n, pow, sqrt, sub } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import { baselineSource } from '../distributions/baseline.ts';
import { comparedLabels } from '../distributions/compared-labels.ts';
import { NOW, type TimeWindow } from '../distributions/time-window.ts';
import { trainingRows } from '../distributions/training-rows.ts';
import { atLeastMinimum } from '../promql/at-least.ts';
import type { Expression } from '../promql/expression.ts';
import {
  featureDeviation,
  featureObservations,
  referenceMean,
  referenceStandardDeviation,
  squaredDeviations,
} from '../promql/feature-values.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { sumBy } from '../promql/sum-by.ts';
import type { MeasureQuery } from '../query/measure-query.ts';

/** Labels of one feature as one profile counted it. */
const PER_PROFILE = dimensionLabels(METRICS.featureDeviation);

/** The mean of each numeric feature and of its baseline, in PromQL. */
export interface MomentExpressions {
  /** Mean in the window less that of the baseline. */
  readonly difference: Expression;
  /** Standard deviation of the baseline. */
  readonly standardDeviation: Expression;
  /** Observations in the window, few or many. */
  readonly observations: Expression;
  readonly baselineObservations: Expression;
}

/** Means and spreads out of the sums that are recorded around the reference mean of each profile. */
export function momentExpressions(query: MeasureQuery): MomentExpressions {
  const source = baselineSource(query);
  if (source.kind === 'profile') {
    return {
      difference: div(deviations(query, NOW), atLeastMinimum(featureObservations(query), query)),
      standardDeviation: referenceStandardDeviation(query, PER_PROFILE),
      observations: featureObservations(query),
      baselineObservations: trainingRows(query),
    };
  }
  const { window, matched } = source;
  const live = new PooledMoments(query, NOW);
  const baseline = new PooledMoments(query, window);
  return {
    // Both centers are the same number as a rule. So large ones do not drown the difference of the means.
    difference: add(sub(live.mean(), matched(baseline.mean())), sub(live.center(), matched(baseline.center()))),
    standardDeviation: matched(baseline.standardDeviation()),
    observations: live.observations(),
    baselineObservations: matched(baseline.enoughObservations()),
  };
}

/** Sum of what each value of a feature exceeds the reference mean of its profile by. */
function deviations(query: MeasureQuery, window: TimeWindow): Expression {
  return sub(featureDeviation('above', query, window), featureDeviation('below', query, window));
}

/** Mean and spread of each feature over all its profiles, measured from one of their reference means. */
class PooledMoments {
  readonly #query: MeasureQuery;
  readonly #window: TimeWindow;
  readonly #per: readonly string[];

  constructor(query: MeasureQuery, window: TimeWindow) {
    this.#query = query;
    this.#window = window;
    this.#per = comparedLabels(METRICS.featureDeviation, query);
  }

  observations(): Expression {
    return sumBy(this.#counts(), this.#per);
  }

  enoughObservations(): Expression {
    return atLeastMinimum(this.observations(), this.#query);
  }

  center(): Expression {
    return referenceMean(this.#query, this.#per, this.#window);
  }

  /** Mean less the center: Σ (x − m) + n (m − c), where m is the reference mean of a profile. */
  mean(): Expression {
    const sums = add(deviations(this.#query, this.#window), mul(this.#counts(), this.#shift()));
    return div(sumBy(sums, this.#per), this.enoughObservations());
  }

  /** From Σ (x − m)² + (m − c) (2 Σ (x − m) + n (m − c)). */
  standardDeviation(): Expression {
    const twice = mul(n(2), deviations(this.#query, this.#window));
    const moved = mul(this.#shift(), add(twice, mul(this.#counts(), this.#shift())));
    const squares = sumBy(add(squaredDeviations(this.#query, this.#window), moved), this.#per);
    return sqrt(sub(div(squares, this.enoughObservations()), pow(this.mean(), n(2))));
  }

  #counts(): Expression {
    return featureObservations(this.#query, this.#window);
  }

  #shift(): Expression {
    return sub(referenceMean(this.#query, PER_PROFILE, this.#window), this.center())
      .on([...this.#per])
      .groupLeft([]);
  }
}

import { add, div, gt, mul, n, pow, sqrt, sub } from '@grafana/promql-builder';
import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { counterSeries, labelOf } from '../conventions/series.ts';
import type { Moment } from '../distributions/distribution.ts';
import { enough, grown } from '../promql/counts.ts';
import type { Expression } from '../promql/expression.ts';
import { labeled } from '../promql/label-replace.ts';
import { PER_FEATURE, PER_MODEL, reference } from '../promql/reference.ts';
import { featuresOf, labels, modelOf, series, type LabelValues } from '../promql/series.ts';
import { summed } from '../promql/summed.ts';
import { DEFAULT_SIGNIFICANCE, type MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Measure } from './measure.ts';
import { normalQuantile } from './normal-quantile.ts';

/**
 * How far the mean of the window lies from the reference mean, in standard deviations of the reference.
 *
 * @param above - sum of what values lie above the reference mean
 * @param below - sum of what values lie below it, positive
 * @param observations - values in the window
 * @returns NaN without observations, and for a feature that was constant
 */
export function meanShiftOf(above: number, below: number, observations: number, standardDeviation: number): number {
  return observations > 0 && standardDeviation > 0 ? (above - below) / observations / standardDeviation : NaN;
}

/** Mean and spread of each numeric feature at one moment, from sums around the reference mean. */
class Window {
  readonly #query: MeasureQuery;
  readonly #moment: Moment;

  constructor(query: MeasureQuery, moment: Moment = {}) {
    this.#query = { ...query, versions: moment.versions ?? query.versions };
    this.#moment = moment;
  }

  observations(): Expression {
    return enough(this.#counted(METRICS.featureObservations), this.#query);
  }

  /** Mean less the reference mean of the version itself. */
  deviation(): Expression {
    return div(sub(this.#side('above'), this.#side('below')), this.observations());
  }

  mean(): Expression {
    return add(this.deviation(), this.gauge(METRICS.referenceFeatureMean));
  }

  standardDeviation(): Expression {
    const squares = div(this.#counted(METRICS.featureDeviationSquared), this.observations());
    return sqrt(sub(squares, pow(this.deviation(), n(2))));
  }

  gauge(metric: typeof METRICS.referenceFeatureMean | typeof METRICS.referenceFeatureStddev): Expression {
    return reference(metric, this.#query, featuresOf(this.#query), PER_FEATURE);
  }

  #side(side: 'above' | 'below'): Expression {
    return this.#counted(METRICS.featureDeviation, { [ATTRIBUTES.deviationSide]: { is: side } });
  }

  #counted(metric: Parameters<typeof counterSeries>[0], values: LabelValues = {}): Expression {
    const counter = series(counterSeries(metric), { ...featuresOf(this.#query), ...values });
    return summed(grown(counter, this.#query, this.#moment.offset), labels(...PER_FEATURE));
  }
}

interface Sides {
  readonly difference: Expression;
  readonly scale: Expression;
  readonly rows: Expression;
}

/** What the window is compared with: its mean as a difference from ours, its standard deviation, its observations. */
function sidesOf(query: MeasureQuery): Sides {
  const live = new Window(query);
  const { baseline } = query;
  switch (baseline.kind) {
    case 'reference':
      return {
        difference: live.deviation(),
        scale: live.gauge(METRICS.referenceFeatureStddev),
        rows: mul(
          sub(n(1), reference(METRICS.referenceFeatureMissingRatio, query, featuresOf(query), PER_FEATURE)),
          reference(METRICS.referenceRows, query, modelOf(query), PER_MODEL),
        )
          .on(labels(...PER_MODEL))
          .groupLeft([]),
      };
    case 'earlier': {
      const before = new Window(query, { offset: baseline.offset });
      return {
        difference: sub(live.deviation(), before.deviation()),
        scale: before.standardDeviation(),
        rows: before.observations(),
      };
    }
    case 'version': {
      const other = new Window(query, { versions: [baseline.version] });
      const renamed = (side: Expression): Expression =>
        labeled(side, labelOf(ATTRIBUTES.modelVersion), query.versions[0] ?? '');
      return {
        difference: sub(live.mean(), renamed(other.mean())),
        scale: renamed(other.standardDeviation()),
        rows: renamed(other.observations()),
      };
    }
    case 'selector':
      throw new QueryError('The mean shift is that of features: choose another measure for a histogram.');
  }
}

function critical(query: MeasureQuery): Expression {
  const z = normalQuantile(1 - (query.significance ?? DEFAULT_SIGNIFICANCE) / 2);
  return mul(sqrt(add(div(n(1), new Window(query).observations()), div(n(1), sidesOf(query).rows))), n(z));
}

export const meanShift: Measure = {
  id: 'mean-shift',
  name: 'Mean shift',
  description: 'How far the mean of a numeric feature has moved from its baseline, in standard deviations.',
  definition: '(mean in the window − mean of the baseline) / standard deviation of the baseline',
  source: 'Cohen’s d with the baseline’s standard deviation (Glass’s Δ, 1976)',
  family: 'drift',
  unit: 'index',
  subject: 'feature',
  worse: 'neither',
  legend: () => '{{ml_feature_name}}',
  promql: (query) => {
    const { difference, scale } = sidesOf(query);
    return div(difference, gt(scale, n(0)));
  },
  observations: (query) => new Window(query).observations(),
  critical,
};

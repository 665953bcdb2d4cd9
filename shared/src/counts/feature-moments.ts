import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { baselineSource } from '../distributions/baseline.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import { NOW, type TimeWindow } from '../distributions/time-window.ts';
import { trainingRows } from '../distributions/training-rows.ts';
import type { Expression } from '../promql/expression.ts';
import { featureDeviations, featureObservations, squaredDeviations } from '../promql/feature-values.ts';
import { reference } from '../promql/reference.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { isEnough } from '../query/minimum-observations.ts';
import { seriesOf, valueAt, type Counts, type Selected, type Selections } from './counts.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureDeviation);
const SIDE = labelOf(ATTRIBUTES.deviationSide);

/** Mean of a numeric feature in the window, and the mean and standard deviation of its baseline. */
export interface FeatureMoments {
  /** Measured from the reference mean, unless the baseline is another version, whose reference mean may differ. */
  readonly mean: number;
  readonly observations: number;
  readonly baseline: {
    readonly mean: number;
    readonly standardDeviation: number;
    readonly observations: number;
  };
}

/** Mean and spread of each numeric feature, from the sums that are recorded around its reference mean. */
export const featureMoments: Counts<FeatureMoments> = {
  selections: (query) => {
    const source = baselineSource(query);
    const live = { observations: featureObservations(query), deviations: featureDeviations(query, [SIDE]) };
    if (source.kind === 'profile') {
      return {
        ...live,
        standardDeviation: reference(METRICS.referenceFeatureStddev, query, PER_FEATURE),
        rows: trainingRows(query),
      };
    }
    return { ...live, ...observedSelections(query, source.window, source.otherProfile, source.matched) };
  },
  read: (query, selected) => {
    const live = new Moments(selected, '');
    const baseline = new Moments(selected, 'baseline ');
    const source = baselineSource(query);
    const standardDeviations = singleBy(seriesOf(selected, 'standardDeviation'), PER_FEATURE);
    const rows = singleBy(seriesOf(selected, 'rows'), PER_FEATURE);
    return live.features().map(({ key, labels }) => ({
      labels,
      at: (index) => {
        const observations = live.observations(key, index);
        if (Number.isNaN(observations)) return undefined;
        const mean = live.mean(key, index);
        if (source.kind === 'profile') {
          const standardDeviation = valueAt(standardDeviations.get(key), index);
          return {
            mean,
            observations,
            baseline: { mean: 0, standardDeviation, observations: valueAt(rows.get(key), index) },
          };
        }
        const before = baseline.observations(key, index);
        return {
          mean,
          observations,
          baseline: isEnough(before, query)
            ? {
                mean: baseline.mean(key, index),
                standardDeviation: baseline.standardDeviation(key, index),
                observations: before,
              }
            : { mean: NaN, standardDeviation: NaN, observations: NaN },
        };
      },
    }));
  },
};

function observedSelections(
  query: MeasureQuery,
  window: TimeWindow,
  otherProfile: boolean,
  matched: (side: Expression) => Expression,
): Selections {
  const referenceMean = ({ where = query.where }: TimeWindow): Expression =>
    reference(METRICS.referenceFeatureMean, { ...query, where }, PER_FEATURE);
  return {
    'baseline observations': matched(featureObservations(query, window)),
    'baseline deviations': matched(featureDeviations(query, [SIDE], window)),
    'baseline squares': matched(squaredDeviations(query, window)),
    // Deviations of one version are all taken from the same mean; those of two are not.
    ...(otherProfile
      ? { 'reference mean': referenceMean(NOW), 'baseline reference mean': matched(referenceMean(window)) }
      : {}),
  };
}

/** Mean and spread of each feature in one time window. */
class Moments {
  readonly #observations;
  readonly #deviations;
  readonly #squares;
  readonly #referenceMeans;

  /** @param prefix - of the names of the selections */
  constructor(selected: Selected, prefix: string) {
    this.#observations = singleBy(seriesOf(selected, `${prefix}observations`), PER_FEATURE);
    this.#deviations = groupedBy(seriesOf(selected, `${prefix}deviations`), PER_FEATURE);
    this.#squares = singleBy(seriesOf(selected, `${prefix}squares`), PER_FEATURE);
    this.#referenceMeans = singleBy(seriesOf(selected, `${prefix}reference mean`), PER_FEATURE);
  }

  features(): readonly { key: string; labels: Readonly<Record<string, string>> }[] {
    return [...this.#deviations.values()];
  }

  observations(key: string, index: number): number {
    return valueAt(this.#observations.get(key), index);
  }

  mean(key: string, index: number): number {
    const referenceMean = this.#referenceMeans.get(key);
    return this.#deviation(key, index) + (referenceMean === undefined ? 0 : valueAt(referenceMean, index));
  }

  standardDeviation(key: string, index: number): number {
    const squares = valueAt(this.#squares.get(key), index) / this.observations(key, index);
    return Math.sqrt(squares - this.#deviation(key, index) ** 2);
  }

  /** Mean, measured from the reference mean. */
  #deviation(key: string, index: number): number {
    const series = this.#deviations.get(key)?.series ?? [];
    const side = (name: string): number =>
      valueAt(
        series.find(({ labels }) => labels[SIDE] === name),
        index,
      );
    return (side('above') - side('below')) / this.observations(key, index);
  }
}

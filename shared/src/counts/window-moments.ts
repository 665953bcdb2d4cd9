import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import {
  featureDeviations,
  featureExtreme,
  featureObservations,
  referenceMean,
  referenceStandardDeviation,
  squaredDeviations,
} from '../promql/feature-values.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import { seriesOf, valueAt, type Counts } from './counts.ts';

const PER_FEATURE = dimensionLabels(METRICS.featureDeviation);
const SIDE = labelOf(ATTRIBUTES.deviationSide);

/** What the values of a numeric feature in the window are like, and those of the training data. */
export interface WindowMoments {
  readonly observations: number;
  readonly mean: number;
  /** Of the values in the window, by their own mean. */
  readonly standardDeviation: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly training: { readonly mean: number; readonly standardDeviation: number };
}

/** Mean, spread and ends of each numeric feature, in its own unit. */
export const windowMoments: Counts<WindowMoments> = {
  selections: (query) => ({
    observations: featureObservations(query),
    deviations: featureDeviations(query, [SIDE]),
    squares: squaredDeviations(query),
    minimum: featureExtreme('min', query),
    maximum: featureExtreme('max', query),
    'training mean': referenceMean(query, PER_FEATURE),
    'training standard deviation': referenceStandardDeviation(query, PER_FEATURE),
  }),
  read: (_query, selected) => {
    const single = (name: string) => singleBy(seriesOf(selected, name), PER_FEATURE);
    const [observations, squares] = [single('observations'), single('squares')];
    const [minima, maxima] = [single('minimum'), single('maximum')];
    const [means, standardDeviations] = [single('training mean'), single('training standard deviation')];
    return [...groupedBy(seriesOf(selected, 'deviations'), PER_FEATURE).values()].map(({ key, labels, series }) => {
      const side = (name: string) => series.find((each) => each.labels[SIDE] === name);
      const [above, below] = [side('above'), side('below')];
      return {
        labels,
        at: (index) => {
          const count = valueAt(observations.get(key), index);
          if (Number.isNaN(count)) return undefined;
          const center = valueAt(means.get(key), index);
          const deviation = (valueAt(above, index) - valueAt(below, index)) / count;
          return {
            observations: count,
            mean: center + deviation,
            standardDeviation: Math.sqrt(valueAt(squares.get(key), index) / count - deviation ** 2),
            minimum: valueAt(minima.get(key), index),
            maximum: valueAt(maxima.get(key), index),
            training: { mean: center, standardDeviation: valueAt(standardDeviations.get(key), index) },
          };
        },
      };
    });
  },
};

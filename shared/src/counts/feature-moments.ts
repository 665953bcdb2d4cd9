import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { baselineSource } from '../distributions/baseline.ts';
import { comparedLabels } from '../distributions/compared-labels.ts';
import { groupedBy, singleBy } from '../distributions/grouped-series.ts';
import type { TimeWindow } from '../distributions/time-window.ts';
import { trainingRows } from '../distributions/training-rows.ts';
import type { Expression } from '../promql/expression.ts';
import {
  featureDeviations,
  featureObservations,
  referenceMean,
  referenceStandardDeviation,
  squaredDeviations,
} from '../promql/feature-values.ts';
import { dimensionLabels } from '../promql/selectors.ts';
import type { Series } from '../query/answers.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import { isEnough } from '../query/minimum-observations.ts';
import { seriesOf, valueAt, type Counts, type Selected, type Selections, type Subject } from './counts.ts';

/** Labels of one feature as one profile counted it. */
const PER_PROFILE = dimensionLabels(METRICS.featureDeviation);
const SIDE = labelOf(ATTRIBUTES.deviationSide);

/** Mean of a numeric feature in the window, and the mean and standard deviation of its baseline. */
export interface FeatureMoments {
  /** Measured from the reference mean of the live profile, as that of the baseline is. */
  readonly mean: number;
  readonly observations: number;
  readonly baseline: {
    readonly mean: number;
    readonly standardDeviation: number;
    readonly observations: number;
  };
}

const NO_BASELINE: FeatureMoments['baseline'] = { mean: NaN, standardDeviation: NaN, observations: NaN };

/** Mean and spread of each numeric feature, from the sums that are recorded around its reference mean. */
export const featureMoments: Counts<FeatureMoments> = {
  selections: (query) => {
    const source = baselineSource(query);
    const live = { observations: featureObservations(query), deviations: featureDeviations(query, [SIDE]) };
    if (source.kind === 'profile') {
      return {
        ...live,
        standardDeviation: referenceStandardDeviation(query, PER_PROFILE),
        rows: trainingRows(query),
      };
    }
    return { ...live, ...observedSelections(query, source.window, source.matched) };
  },
  read: (query, selected) => {
    const per = comparedLabels(METRICS.featureDeviation, query);
    const live = momentsOf(selected, '', per);
    const earlier = momentsOf(selected, 'baseline ', per);
    const ofProfile = baselineSource(query).kind === 'profile';
    const standardDeviations = singleBy(seriesOf(selected, 'standardDeviation'), per);
    const rows = singleBy(seriesOf(selected, 'rows'), per);
    const trained = (key: string, index: number): FeatureMoments['baseline'] => ({
      mean: 0,
      standardDeviation: valueAt(standardDeviations.get(key), index),
      observations: valueAt(rows.get(key), index),
    });
    const observed = (key: string, index: number, center: number): FeatureMoments['baseline'] => {
      const before = earlier.get(key)?.at(index);
      if (before === undefined || !isEnough(before.observations, query)) return NO_BASELINE;
      const { mean, standardDeviation, observations } = before;
      return { mean: mean + (before.center - center), standardDeviation, observations };
    };
    return [...live].map(([key, { labels, at }]) => ({
      labels,
      at: (index) => {
        const now = at(index);
        if (now === undefined) return undefined;
        const { mean, observations, center } = now;
        return {
          mean,
          observations,
          baseline: ofProfile ? trained(key, index) : observed(key, index, center),
        };
      },
    }));
  },
};

function observedSelections(
  query: MeasureQuery,
  window: TimeWindow,
  matched: (side: Expression) => Expression,
): Selections {
  return {
    // Each profile takes its deviations from its own mean.
    'reference mean': referenceMean(query, PER_PROFILE),
    'baseline observations': matched(featureObservations(query, window)),
    'baseline deviations': matched(featureDeviations(query, [SIDE], window)),
    'baseline squares': matched(squaredDeviations(query, window)),
    'baseline reference mean': matched(referenceMean(query, PER_PROFILE, window)),
  };
}

/** Mean and spread of one feature in one time window. */
interface Moments {
  readonly observations: number;
  /** A reference mean, from which the mean is measured; zero where none is known. */
  readonly center: number;
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Moments of each feature, over all its profiles.
 *
 * @param prefix - of the names of the selections
 */
function momentsOf(selected: Selected, prefix: string, per: readonly string[]): Map<string, Subject<Moments>> {
  const observations = singleBy(seriesOf(selected, `${prefix}observations`), PER_PROFILE);
  const squares = singleBy(seriesOf(selected, `${prefix}squares`), PER_PROFILE);
  const means = singleBy(seriesOf(selected, `${prefix}reference mean`), PER_PROFILE);
  const features = groupedBy(seriesOf(selected, `${prefix}deviations`), per);
  return new Map(
    [...features].map(([key, { labels, series }]) => {
      const profiles = [...groupedBy(series, PER_PROFILE).values()];
      const sumsAt = (index: number): Sums[] =>
        profiles.map((profile) => ({
          observations: valueAt(observations.get(profile.key), index),
          deviation: deviationAt(profile.series, index),
          squares: valueAt(squares.get(profile.key), index),
          referenceMean: means.size === 0 ? 0 : valueAt(means.get(profile.key), index),
        }));
      return [key, { labels, at: (index) => pooled(sumsAt(index)) }];
    }),
  );
}

/** Sums that one profile recorded around its reference mean. */
interface Sums {
  readonly observations: number;
  readonly deviation: number;
  readonly squares: number;
  readonly referenceMean: number;
}

/** Moments over several profiles: Σ (x − c) and Σ (x − c)² follow from the sums around another point than c. */
function pooled(all: readonly Sums[]): Moments | undefined {
  const sums = all.filter((each) => !Number.isNaN(each.observations));
  const [first] = sums;
  if (first === undefined) return undefined;
  const center = first.referenceMean;
  let [observations, deviation, squares] = [0, 0, 0];
  for (const each of sums) {
    const shift = each.referenceMean - center;
    observations += each.observations;
    deviation += each.deviation + each.observations * shift;
    squares += each.squares + shift * (2 * each.deviation + each.observations * shift);
  }
  const mean = deviation / observations;
  return { observations, center, mean, standardDeviation: Math.sqrt(squares / observations - mean ** 2) };
}

function deviationAt(series: readonly Series[], index: number): number {
  const side = (name: string): number =>
    valueAt(
      series.find(({ labels }) => labels[SIDE] === name),
      index,
    );
  return side('above') - side('below');
}

import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  counterSeries,
  DEVIATION_SIDES,
  FEATURE_PROBLEMS,
  gaugeSeries,
  METRICS,
  OTHER,
  type FeatureProblem,
} from '../../src/index.ts';
import { total } from '../../src/statistics/shares.ts';
import type { Attributes } from '../stored-labels.ts';
import { counter, gauge, labelsOf } from './exact-series.ts';
import { seeded } from './seeded.ts';

const CASES = 22;
const REPLICAS = 2;

export const FEATURE_MODEL = 'exact';

/** What happened to one feature, in both windows and over both replicas. */
export interface FeatureCase {
  readonly feature: string;
  readonly bins: readonly string[];
  readonly live: readonly number[];
  readonly earlier: readonly number[];
  /** The same over the live window for version 2, whose profile has the same bins. */
  readonly other: readonly number[];
  /** Shares of the reference. */
  readonly reference: readonly number[];
  readonly rows: number;
  readonly problems: Readonly<Record<FeatureProblem, number>>;
  /** Shares of the training rows with each problem. */
  readonly training: Readonly<Record<FeatureProblem, number>>;
  readonly above: number;
  readonly below: number;
  /** Sum of squared deviations from the reference mean in the live window. */
  readonly squared: number;
  readonly minimum: number;
  readonly maximum: number;
  readonly standardDeviation: number;
  readonly mean: number;
  /** Sums around the reference mean in the earlier window. */
  readonly earlierSums: Sums;
  /** The same over the live window for version 2, around its own reference mean. */
  readonly otherSums: Sums;
  readonly otherMean: number;
  /** That in the profile, if it has one. */
  readonly importance: number | undefined;
}

/** Sums of deviations from the reference mean. */
export interface Sums {
  readonly above: number;
  readonly below: number;
  readonly squared: number;
}

/** Random counts; every fifth case has an empty bin live, in the reference or on both sides, or one bin only. */
export function featureCases(): FeatureCase[] {
  const random = seeded(20);
  return Array.from({ length: CASES }, (_, i): FeatureCase => {
    const kind = i % 5;
    // Enough observations for a value, but in one case not for each of so many bins.
    const perBin = FEW_PER_BIN.get(i);
    const size = perBin !== undefined ? 14 : kind === 4 ? 1 : 2 + random(14);
    const counts = (emptyFirst: boolean): number[] =>
      Array.from({ length: size }, (_, bin) => (emptyFirst && bin === 0 && size > 1 ? 0 : 2 + random(5000)));
    const trained = counts(kind === 2 || kind === 3);
    const rows = total(trained);
    // Every other case is of categories, whose last bin holds those that have none of their own.
    const categorical = i % 2 === 1;
    const live =
      i === CASES - 1 ? Array<number>(size).fill(0) : (few(perBin?.live, size) ?? counts(kind === 1 || kind === 3));
    const earlier = few(perBin?.earlier, size) ?? counts(kind === 2);
    const other = counts(kind === 1);
    // The mean stays close to the reference, so that the variance does not drown in the square of the mean.
    const sums = (observations: number): Sums => {
      const above = random(observations);
      const below = random(observations);
      const mean = (above - below) / observations;
      return { above, below, squared: Math.ceil(observations * (mean ** 2 + 4 + random(16))) };
    };
    const [above, below] = [random(100_000) / 8, random(100_000) / 8];
    return {
      feature: `feature ${i} "quoted" \\ {braces}\n🦊 $1 or vector(1)`,
      bins: Array.from({ length: size }, (_, bin) => (categorical && bin === size - 1 ? OTHER : `bin ${bin}`)),
      // The last feature had no traffic in the window.
      live,
      earlier,
      other,
      reference: trained.map((count) => count / rows),
      training: trainingShares(i, rows, categorical),
      rows,
      problems: {
        ...(Object.fromEntries(FEATURE_PROBLEMS.map((problem) => [problem, random(300)])) as FeatureCase['problems']),
        ...(categorical ? { unseen: live.at(-1) as number } : {}),
        // Nearly all rows of the model lack each feature: some features exceed even that.
        ...(i % 4 === 1 ? { missing: 100 * total(live) } : {}),
      },
      above,
      below,
      // Twice the square of the mean: the variance must not drown in it.
      squared: Math.ceil((2 * (above - below) ** 2) / Math.max(1, total(live))) + 4 * total(live),
      minimum: -i,
      maximum: 100 + i / 8,
      standardDeviation: (1 + random(100)) / 4,
      mean: random(1000) / 8,
      earlierSums: sums(total(earlier)),
      otherSums: sums(total(other)),
      otherMean: random(1000) / 8,
      importance: i % 3 === 2 ? undefined : (i % 3) / 8,
    };
  });
}

/** Observations in each of 14 bins, by the number of the case: 266 are not enough for so many bins, 294 are. */
const FEW_PER_BIN: ReadonlyMap<number, { readonly live?: number; readonly earlier?: number }> = new Map([
  [10, { live: 19 }],
  [15, { live: 21 }],
  [20, { earlier: 19 }],
]);

function few(perBin: number | undefined, bins: number): number[] | undefined {
  return perBin === undefined ? undefined : Array<number>(bins).fill(perBin);
}

/** Rows are those of the model: so many are missing that what is left are the rows of this feature. */
function trainingShares(i: number, rows: number, categorical: boolean): FeatureCase['training'] {
  const invalid = !categorical && i % 3 === 0 ? 1 / 64 : 0;
  return {
    missing: 1 - rows / MODEL_ROWS - invalid,
    invalid,
    unseen: 0,
    outlier: !categorical && i % 4 === 0 ? 1 / 256 : 0,
    out_of_range: 0,
    converted: 0,
  };
}

/** The series of a case: the counts are split over two replicas, of which the second restarts in the middle. */
export function featureSeries(each: FeatureCase): SeriesHistory[] {
  const feature = { [ATTRIBUTES.modelName]: FEATURE_MODEL, [ATTRIBUTES.featureName]: each.feature };
  const ofBins = (version: string, live: readonly number[], earlier: readonly number[]): SeriesHistory[] =>
    each.bins.flatMap((bin, i) =>
      split(
        METRICS.featureObservations,
        { ...feature, [ATTRIBUTES.modelVersion]: version, [ATTRIBUTES.featureBin]: bin },
        {
          live: live[i] as number,
          earlier: earlier[i] as number,
        },
      ),
    );
  const first = { ...feature, [ATTRIBUTES.modelVersion]: '1' };
  const second = { ...feature, [ATTRIBUTES.modelVersion]: '2' };
  const gauges = (metric: Parameters<typeof gaugeSeries>[0], value: number, extra: Attributes = {}): SeriesHistory[] =>
    [0, 1].map((replica) => gauge(gaugeSeries(metric), labelsOf({ ...first, ...extra }, replica), value));
  return [
    ...ofBins('1', each.live, each.earlier),
    ...ofBins('2', each.other, each.other),
    ...each.reference.flatMap((share, i) =>
      gauges(METRICS.referenceFeatureRatio, share, { [ATTRIBUTES.featureBin]: each.bins[i] as string }),
    ),
    ...gauges(METRICS.referenceFeatureStddev, each.standardDeviation),
    ...gauges(METRICS.referenceFeatureMean, each.mean),
    ...gauges(METRICS.referenceFeatureMean, each.otherMean, { [ATTRIBUTES.modelVersion]: '2' }),
    ...gauges(METRICS.referenceFeatureMissingRatio, each.training.missing),
    ...(each.importance === undefined ? [] : gauges(METRICS.referenceFeatureImportance, each.importance)),
    ...(['invalid', 'outlier'] as const)
      .filter((problem) => each.training[problem] > 0)
      .flatMap((problem) =>
        gauges(METRICS.referenceFeatureProblemRatio, each.training[problem], { [ATTRIBUTES.featureProblem]: problem }),
      ),
    ...FEATURE_PROBLEMS.flatMap((problem) =>
      split(
        METRICS.featureProblems,
        { ...first, [ATTRIBUTES.featureProblem]: problem },
        { live: each.problems[problem] },
      ),
    ),
    ...DEVIATION_SIDES.flatMap((side) => [
      ...split(
        METRICS.featureDeviation,
        { ...first, [ATTRIBUTES.deviationSide]: side },
        { live: each[side], earlier: each.earlierSums[side] },
      ),
      ...split(
        METRICS.featureDeviation,
        { ...second, [ATTRIBUTES.deviationSide]: side },
        { live: each.otherSums[side] },
      ),
    ]),
    ...split(METRICS.featureDeviationSquared, first, { live: each.squared, earlier: each.earlierSums.squared }),
    ...gauges(METRICS.featureMin, each.minimum),
    ...gauges(METRICS.featureMax, each.maximum),
    ...split(METRICS.featureDeviationSquared, second, { live: each.otherSums.squared }),
  ];
}

/** Training rows of the model that all cases are features of: shares of it have few decimals, of which a store keeps all. */
const MODEL_ROWS = 1_000_000;

export function modelRows(): SeriesHistory[] {
  return ['1', '2'].map((version) =>
    gauge(
      gaugeSeries(METRICS.referenceRows),
      labelsOf({ [ATTRIBUTES.modelName]: FEATURE_MODEL, [ATTRIBUTES.modelVersion]: version }),
      MODEL_ROWS,
    ),
  );
}

/** A counter split over the replicas. */
export function split(
  metric: Parameters<typeof counterSeries>[0],
  attributes: Attributes,
  { live, earlier = 0 }: { live: number; earlier?: number },
): SeriesHistory[] {
  return Array.from({ length: REPLICAS }, (_, replica) => {
    const part = (all: number): number => (replica === 0 ? Math.floor(all / 3) : all - Math.floor(all / 3));
    return counter(counterSeries(metric), labelsOf(attributes, replica), {
      live: part(live),
      earlier: part(earlier),
      restarts: replica === 1,
    });
  });
}

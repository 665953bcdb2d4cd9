import type { SeriesHistory } from '@driftline/local-store';
import {
  ATTRIBUTES,
  binIndex,
  binLabels,
  counterSeries,
  DEVIATION_SIDES,
  FEATURE_PROBLEMS,
  gaugeSeries,
  METRICS,
} from '../../src/index.ts';
import type { Attributes } from '../stored-labels.ts';
import { counter, END, gauge, labelsOf, WINDOW_SECONDS } from './exact-series.ts';
import { seeded } from './seeded.ts';

export const RETRAINED_MODEL = 'retrained';

/** What the replicas with one profile counted of one feature. */
export interface Counted {
  readonly version: string;
  readonly feature: string;
  readonly profile: string;
  readonly edges: readonly number[];
  /** Reference mean. */
  readonly mean: number;
  readonly shares: readonly number[];
  readonly rows: number;
  readonly live: readonly number[];
  /** Empty if the profile was not there yet. */
  readonly earlier: readonly number[];
}

/**
 * A model that was trained again: in the middle of its deployment two profiles report under one version, and only the
 * first one did before. Their bins are others, or the same; or the first profile is gone by now.
 */
export function retrainedCases(): Counted[] {
  const random = seeded(11);
  const values = (from: number): number[] => Array.from({ length: 60 + random(30) }, () => from + random(80) / 8);
  const first = { edges: [2, 5], mean: 4.5, shares: [0.25, 0.5, 0.25], rows: 2 ** 12 };
  const otherEdges = { edges: [3, 4, 6], mean: 5.25, shares: [0.25, 0.25, 0.25, 0.25], rows: 2 ** 13 };
  const sameEdges = { ...first, mean: 40, shares: [0.125, 0.5, 0.375], rows: 2 ** 11 };
  const before = { profile: 'aaaaaaaa', ...first };
  const all = [
    { version: '1', feature: 'other bins', ...before, live: values(0), earlier: values(0) },
    { version: '1', feature: 'other bins', profile: 'bbbbbbbb', ...otherEdges, live: values(1), earlier: [] },
    { version: '1', feature: 'same bins', ...before, live: values(0), earlier: values(0) },
    { version: '1', feature: 'same bins', profile: 'bbbbbbbb', ...sameEdges, live: values(1), earlier: [] },
    { version: '1', feature: 'replaced', profile: '', ...first, live: [], earlier: values(0) },
    { version: '1', feature: 'replaced', profile: 'bbbbbbbb', ...sameEdges, live: values(1), earlier: [] },
  ];
  const canary = { version: '2', profile: 'cccccccc', ...sameEdges, mean: 9, rows: 2 ** 10, earlier: [] };
  return [
    ...all,
    ...['other bins', 'same bins', 'replaced'].map((feature) => ({ ...canary, feature, live: values(2) })),
  ];
}

/** Some hours before the live window, in milliseconds since 1970. */
const GONE_BEFORE = (END - WINDOW_SECONDS - 4 * 3600) * 1000;

/** Values in each bin. */
export function binCounts(values: readonly number[], edges: readonly number[]): number[] {
  const counts = binLabels(edges).map(() => 0);
  for (const value of values) counts[binIndex(edges, value)] = (counts[binIndex(edges, value)] as number) + 1;
  return counts;
}

export function retrainedSeries(each: Counted): SeriesHistory[] {
  const model = {
    [ATTRIBUTES.modelName]: RETRAINED_MODEL,
    [ATTRIBUTES.modelVersion]: each.version,
    ...(each.profile === '' ? {} : { [ATTRIBUTES.profileId]: each.profile }),
  };
  const feature = { ...model, [ATTRIBUTES.featureName]: each.feature };
  const sum = (values: readonly number[], of: (deviation: number) => number): number =>
    values.reduce((all, value) => all + of(value - each.mean), 0);
  const summed = (metric: Parameters<typeof counterSeries>[0], extra: Attributes, of: (deviation: number) => number) =>
    counted(counterSeries(metric), { ...feature, ...extra }, sum(each.live, of), sum(each.earlier, of));
  const stored = (metric: Parameters<typeof gaugeSeries>[0], value: number, attributes: Attributes): SeriesHistory => {
    const whole = gauge(gaugeSeries(metric), labelsOf(attributes), value);
    if (each.earlier.length === 0) return { ...whole, samples: whole.samples.slice(1) };
    return each.live.length === 0 ? { ...whole, samples: [[GONE_BEFORE, value]] } : whole;
  };
  const counted = (name: string, attributes: Attributes, live: number, earlier: number): SeriesHistory => {
    const { samples, ...series } = counter(name, labelsOf(attributes), { live, earlier });
    // So high that VictoriaMetrics does not take the first sample of a new series for an increase from zero.
    const whole = { ...series, samples: samples.map(([at, value]) => [at, value + 2 ** 30] as const) };
    // A replica that came with the new profile, or left with the old one.
    if (each.earlier.length === 0) return { ...whole, samples: whole.samples.slice(3) };
    return each.live.length === 0 ? { ...whole, samples: whole.samples.slice(0, 3) } : whole;
  };
  const live = binCounts(each.live, each.edges);
  const earlier = binCounts(each.earlier, each.edges);
  return [
    ...binLabels(each.edges).flatMap((label, i) => {
      const bin = { ...feature, [ATTRIBUTES.featureBin]: label };
      return [
        counted(counterSeries(METRICS.featureObservations), bin, live[i] as number, earlier[i] as number),
        stored(METRICS.referenceFeatureRatio, each.shares[i] as number, bin),
      ];
    }),
    ...FEATURE_PROBLEMS.map((problem, i) =>
      summed(METRICS.featureProblems, { [ATTRIBUTES.featureProblem]: problem }, () => i / 16),
    ),
    ...DEVIATION_SIDES.map((side) =>
      summed(METRICS.featureDeviation, { [ATTRIBUTES.deviationSide]: side }, (deviation) =>
        Math.max(side === 'above' ? deviation : -deviation, 0),
      ),
    ),
    summed(METRICS.featureDeviationSquared, {}, (deviation) => deviation ** 2),
    stored(METRICS.referenceFeatureMean, each.mean, feature),
    stored(METRICS.referenceFeatureStddev, 2, feature),
    stored(METRICS.referenceFeatureMissingRatio, 0.125, feature),
    // A store keeps the rows once; the features of a profile say the same.
    ...(each.feature === 'same bins' || each.profile === '' ? [stored(METRICS.referenceRows, each.rows, model)] : []),
  ];
}

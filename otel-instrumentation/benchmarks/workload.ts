import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { parseProfile, type ReferenceProfile } from '@driftline/shared';

/** Bounds of each feature. */
const BOUNDS = 10;

/** Numbers in [0, 1) that are the same in every run. */
export function random(seed: number): () => number {
  const generator = xoroshiro128plus(seed);
  return () => uniformFloat64(generator);
}

/** Names and edges of the features: ten bounds, evenly spread over the values. */
export function numericProfile(features: number): ReferenceProfile {
  const edges = Array.from({ length: BOUNDS }, (_, i) => (i + 0.5) * 10);
  return parseProfile({
    schemaVersion: 1,
    model: { name: 'benchmark', version: '1' },
    createdAt: '2026-01-01T00:00:00Z',
    rows: 1000,
    features: Array.from({ length: features }, (_, i) => ({
      kind: 'numeric',
      name: `feature_${i}`,
      edges,
      counts: edges.map(() => 90).concat(100),
      missing: 0,
      mean: 50,
      standardDeviation: 29,
      minimum: 0,
      maximum: 100,
    })),
    groups: [],
  });
}

/** A model of two classes. */
export function classProfile(features = 1): ReferenceProfile {
  const prediction = { kind: 'classification', classes: ['no', 'yes'], counts: [500, 500] };
  return parseProfile({ ...numericProfile(features), prediction });
}

/** The same with deciles of the score of "yes", and fifty bins by which outcomes are counted. */
export function scoredProfile(): ReferenceProfile {
  const profile = classProfile();
  const edges = Array.from({ length: 49 }, (_, i) => (i + 1) / 50);
  const scoreBins = [{ class: 'yes', edges, counts: Array(50).fill(20), threshold: 0.5 }];
  const deciles = Array.from({ length: 9 }, (_, i) => (i + 1) / 10);
  const score = {
    edges: deciles,
    counts: Array(10).fill(100),
    mean: 0.5,
    standardDeviation: 0.3,
    minimum: 0,
    maximum: 1,
  };
  return parseProfile({ ...profile, prediction: { ...profile.prediction, score, scoreBins } });
}

/** The same with the held-out rows of each of the fifty bins. */
export function calibratedProfile(): ReferenceProfile {
  const profile = scoredProfile();
  const { scoreBins = [] } = profile.prediction?.kind === 'classification' ? profile.prediction : {};
  const calibration = {
    rows: Array(50).fill(20),
    positives: Array.from({ length: 50 }, (_, i) => Math.floor(i / 2.5)),
  };
  return parseProfile({
    ...profile,
    prediction: { ...profile.prediction, scoreBins: scoreBins.map((bins) => ({ ...bins, calibration })) },
  });
}

/** A profile that is counted by country, ten of them and the others, with its first features. */
export function segmentedProfile(profile: ReferenceProfile, features: number): ReferenceProfile {
  const reference = { rows: 1000, features: profile.features.slice(0, features), prediction: profile.prediction };
  const values = Array.from({ length: 10 }, (_, i) => ({ value: `country ${i}`, ...reference }));
  return parseProfile({ ...profile, segments: [{ attribute: 'country', values, other: reference }] });
}

/** Rows of a model of numbers, and the same as columns. */
export function numericRows(features: number, rows: number): Record<string, number>[] {
  const next = random(1);
  return Array.from({ length: rows }, () =>
    Object.fromEntries(Array.from({ length: features }, (_, i) => [`feature_${i}`, next() * 100])),
  );
}

export function columnsOf(rows: readonly Record<string, number>[]): Record<string, Float64Array> {
  const names = Object.keys(rows[0] ?? {});
  return Object.fromEntries(names.map((name) => [name, Float64Array.from(rows, (row) => row[name] as number)]));
}

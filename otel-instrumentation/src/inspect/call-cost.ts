import type { FeatureReference, ReferenceProfile } from '@driftline/shared';
import { ModelMonitor } from '../recorder/model-monitor.ts';
import type { Observation } from '../recorder/observation.ts';

/** Calls that are timed at once: so few that a busy machine leaves many runs alone. */
const CALLS = 500;

/** Runs, of which the fastest counts: whatever else the machine does only makes them slower. */
const RUNS = 100;

/** What recording one prediction costs on this machine, in nanoseconds. */
export interface CallCost {
  readonly whole: number;
  /** What segments add; undefined in a profile without any. */
  readonly segments?: number;
}

/** Measures it with rows like the training data, in a fraction of a second. */
export function callCost(profile: ReferenceProfile): CallCost {
  const { segments = [] } = profile;
  const rows = Array.from({ length: 64 }, (_, i) => observationOf(profile, i));
  const plain = new ModelMonitor(profile, { segments: false });
  if (segments.length === 0) return { whole: fastest([() => timeOf(plain, rows)])[0] as number };
  const segmented = new ModelMonitor(profile);
  const [whole, all] = fastest([() => timeOf(plain, rows), () => timeOf(segmented, rows)]) as [number, number];
  return { whole, segments: Math.max(0, all - whole) };
}

/** The fastest run of each, which take turns so that a slower moment meets all. */
function fastest(runs: readonly (() => number)[]): number[] {
  const times = runs.map(() => Infinity);
  for (let run = 0; run < RUNS; run++) runs.forEach((time, i) => (times[i] = Math.min(times[i] as number, time())));
  return times;
}

function timeOf(monitor: ModelMonitor, rows: readonly Observation[]): number {
  const start = performance.now();
  for (let call = 0; call < CALLS; call++) monitor.record(rows[call % rows.length] as Observation);
  return ((performance.now() - start) * 1e6) / CALLS;
}

/** A prediction as it may come: the `i`-th bin, category, class and segment, each in turn. */
function observationOf({ features, prediction, segments = [] }: ReferenceProfile, i: number): Observation {
  const row: Record<string, unknown> = Object.fromEntries(
    features.map((feature) => [feature.name, valueOf(feature, i)]),
  );
  for (const { attribute, values } of segments) row[attribute] ??= values[i % values.length]?.value;
  if (prediction === undefined) return { features: row };
  if (prediction.kind === 'regression') {
    const { minimum, maximum } = prediction.score;
    return { features: row, prediction: minimum + ((i % 10) / 9) * (maximum - minimum) };
  }
  const hasScores = prediction.score !== undefined || prediction.scoreBins !== undefined;
  return {
    features: row,
    prediction: prediction.classes[i % prediction.classes.length],
    ...(hasScores ? { score: (i % 50) / 50 } : {}),
  };
}

function valueOf(feature: FeatureReference, i: number): unknown {
  if (feature.kind === 'categorical') return feature.categories[i % feature.categories.length] ?? 'other';
  const { edges, minimum } = feature;
  return edges[i % edges.length] ?? minimum;
}

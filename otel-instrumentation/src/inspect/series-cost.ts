import type { HrTime } from '@opentelemetry/api';
import type { Histogram } from '@opentelemetry/sdk-metrics';
import type { ReferenceProfile } from '@driftline/shared';
import { addCounted, addModel } from '../producer/model-points.ts';
import type { NumberMetric, PointList } from '../producer/metric-list.ts';
import { SegmentList } from '../producer/segment-list.ts';
import { limitsFrom } from '../recorder/limits.ts';
import { ModelRecording } from '../recorder/model-recording.ts';

/** What one option of a profile costs. */
export interface SeriesCost {
  /** What is counted, such as `features` or `segments of country`. */
  readonly what: string;
  /** Series of one replica. */
  readonly series: number;
}

const START: HrTime = [0, 0];

/** Counts the series that points become in a store. */
class SeriesCount implements PointList {
  readonly byMetric = new Map<string, number>();

  add(metric: NumberMetric): void {
    this.#add(metric.name, 1);
  }

  addHistogram({ name }: { readonly name: string }, { buckets }: Histogram): void {
    // A series for each bucket, the one without a bound among them, and those of the sum and the count.
    this.#add(name, buckets.counts.length + 2);
  }

  /** Series of the metrics whose names a pattern matches. */
  of(pattern: RegExp): number {
    return [...this.byMetric].reduce((sum, [name, series]) => sum + (pattern.test(name) ? series : 0), 0);
  }

  #add(name: string, series: number): void {
    this.byMetric.set(name, (this.byMetric.get(name) ?? 0) + series);
  }
}

/** The options of a profile, and the names of the metrics that each adds. */
const OPTIONS: readonly (readonly [what: string, names: RegExp])[] = [
  ['features', /^ml\.(reference\.)?feature\./],
  ['predictions by held-out rows', /^ml\.(prediction\.scores$|reference\.score\.)/],
  ['outcomes by score', /^ml\.outcome\.(scores$|score\.)/],
  ['groups', /^ml\.(reference\.)?group\./],
];

/**
 * The series of one replica by option of the profile, counted from what a recording of it exports: of a model of very many
 * classes, those of classes that have occurred come on top.
 */
export function seriesCosts(profile: ReferenceProfile): SeriesCost[] {
  const recording = new ModelRecording(profile, limitsFrom({ maximumPending: 0 }));
  const whole = new SeriesCount();
  addModel(whole, recording, START);
  const options = OPTIONS.map(([what, names]) => ({ what, series: whole.of(names) }));
  const all = whole.of(/./);
  const rest = all - options.reduce((sum, { series }) => sum + series, 0);
  const segments = recording.segments.map(({ attribute, values }) => {
    const own = new SeriesCount();
    for (const segment of values) addCounted(new SegmentList(own, segment.hasReference), segment, START);
    return { what: `segments of ${attribute} (${values.length})`, series: own.of(/./) };
  });
  return [...options, { what: 'predictions, outcomes and the rest', series: rest }, ...segments].filter(
    ({ series }) => series > 0,
  );
}

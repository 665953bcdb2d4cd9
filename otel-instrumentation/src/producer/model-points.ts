import type { Attributes, HrTime } from '@opentelemetry/api';
import type { DataPoint, Histogram } from '@opentelemetry/sdk-metrics';
import { ATTRIBUTES, FEATURE_PROBLEMS, featureBins } from '@driftline/shared';
import type { FeatureCounts } from '../recorder/feature-counts.ts';
import type { ModelMonitor } from '../recorder/monitor.ts';
import { NumericFeature } from '../recorder/numeric-feature.ts';
import { hrTimeOf, point } from './data-points.ts';

/** Where the points of all models come together, one list a metric. */
export interface Points {
  readonly values: DataPoint<Histogram>[];
  readonly observations: DataPoint<number>[];
  readonly problems: DataPoint<number>[];
  readonly ratio: DataPoint<number>[];
  readonly mean: DataPoint<number>[];
  readonly stddev: DataPoint<number>[];
  readonly missingRatio: DataPoint<number>[];
  readonly rows: DataPoint<number>[];
  readonly favourable: DataPoint<number>[];
}

/** Writes the live counts and the reference of one model; attributes are made once and shared by every collection. */
export class ModelPoints {
  readonly #monitor: ModelMonitor;
  readonly #start: HrTime;
  readonly #features: readonly FeaturePoints[];
  readonly #classes: readonly { readonly attributes: Attributes; readonly favourable: number }[];

  constructor(monitor: ModelMonitor) {
    this.#monitor = monitor;
    this.#start = hrTimeOf(monitor.startedAt);
    this.#features = monitor.features.map((feature) => new FeaturePoints(feature, monitor.attributes));
    const prediction = monitor.profile.prediction;
    const favourable = prediction?.kind === 'classification' ? prediction.favourable : undefined;
    const classes = prediction?.kind === 'classification' && favourable !== undefined ? prediction.classes : [];
    this.#classes = classes.map((label) => ({
      attributes: { ...monitor.attributes, [ATTRIBUTES.predictionClass]: label },
      favourable: label === favourable ? 1 : 0,
    }));
  }

  addTo(points: Points, now: HrTime): void {
    for (const feature of this.#features) feature.addTo(points, this.#start, now);
    points.rows.push(point(this.#monitor.profile.rows, this.#monitor.attributes, this.#start, now));
    for (const { attributes, favourable } of this.#classes) {
      points.favourable.push(point(favourable, attributes, this.#start, now));
    }
  }
}

class FeaturePoints {
  readonly #feature: FeatureCounts;
  readonly #attributes: Attributes;
  readonly #bins: readonly { readonly attributes: Attributes; readonly ratio: number }[];
  readonly #problems: readonly Attributes[];
  readonly #missingRatio: number;

  constructor(feature: FeatureCounts, model: Attributes) {
    const { reference } = feature;
    const attributes = { ...model, [ATTRIBUTES.featureName]: reference.name };
    this.#feature = feature;
    this.#attributes = attributes;
    this.#bins = featureBins(reference).map(({ label, ratio }) => ({
      attributes: { ...attributes, [ATTRIBUTES.featureBin]: label },
      ratio,
    }));
    this.#problems = FEATURE_PROBLEMS.map((problem) => ({ ...attributes, [ATTRIBUTES.featureProblem]: problem }));
    const seen = reference.counts.reduce((sum, count) => sum + count, 0) + ('other' in reference ? reference.other : 0);
    const rows = seen + reference.missing;
    this.#missingRatio = rows > 0 ? reference.missing / rows : 0;
  }

  addTo(points: Points, start: HrTime, now: HrTime): void {
    const feature = this.#feature;
    this.#bins.forEach(({ attributes, ratio }, i) => {
      points.observations.push(point(feature.counts[i] as number, attributes, start, now));
      points.ratio.push(point(ratio, attributes, start, now));
    });
    this.#problems.forEach((attributes, i) => {
      points.problems.push(point(feature.problems[i] as number, attributes, start, now));
    });
    points.missingRatio.push(point(this.#missingRatio, this.#attributes, start, now));
    if (!(feature instanceof NumericFeature)) return;
    points.values.push(point(histogramOf(feature), this.#attributes, start, now));
    points.mean.push(point(feature.reference.mean, this.#attributes, start, now));
    points.stddev.push(point(feature.reference.standardDeviation, this.#attributes, start, now));
  }
}

function histogramOf(feature: NumericFeature): Histogram {
  const counts = Array.from(feature.counts);
  const count = counts.reduce((sum, each) => sum + each, 0);
  const extremes = count > 0 ? { min: feature.minimum, max: feature.maximum } : {};
  return { buckets: { boundaries: feature.reference.edges, counts }, sum: feature.sum, count, ...extremes };
}

import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { METRICS, type MetricOf } from '../conventions/metrics.ts';
import { segmentMetric } from '../conventions/segment.ts';
import { labelOf } from '../conventions/series.ts';
import { counter, gauge, selected } from '../promql/selectors.ts';
import { toPromql } from '../promql/to-promql.ts';
import type { Where } from '../query/measure-query.ts';
import { parseSelector } from '../query/selector.ts';

/** What a person can choose from: names that the store holds. */
export const CHOICES = ['models', 'versions', 'features', 'groups', 'classes', 'segments'] as const;

export type Choice = (typeof CHOICES)[number];

/** The label whose values are the choices, and the series that carry it. */
export interface LabelValuesQuery {
  readonly series: string;
  readonly label: string;
}

interface Source {
  readonly metric: MetricOf<'gauge'> | MetricOf<'counter'>;
  readonly attribute: AttributeName;
  /** What narrows the choice: a version is chosen among those of a model, not the other way round. */
  readonly narrowedBy: readonly ('model' | 'version')[];
}

const SOURCES: Record<Choice, Source> = {
  models: { metric: METRICS.referenceRows, attribute: ATTRIBUTES.modelName, narrowedBy: [] },
  versions: { metric: METRICS.referenceRows, attribute: ATTRIBUTES.modelVersion, narrowedBy: ['model'] },
  features: {
    metric: METRICS.referenceFeatureMissingRatio,
    attribute: ATTRIBUTES.featureName,
    narrowedBy: ['model', 'version'],
  },
  groups: {
    metric: METRICS.groupPredictions,
    attribute: ATTRIBUTES.groupAttribute,
    narrowedBy: ['model', 'version'],
  },
  segments: {
    metric: segmentMetric(METRICS.predictionObservations),
    attribute: ATTRIBUTES.segmentName,
    narrowedBy: ['model', 'version'],
  },
  classes: { metric: METRICS.predictions, attribute: ATTRIBUTES.predictionClass, narrowedBy: ['model', 'version'] },
};

/** Where the names of a choice stand, narrowed to the models and versions that are chosen already. */
export function labelValues(choice: Choice, chosen: Where): LabelValuesQuery {
  const { metric, attribute, narrowedBy } = SOURCES[choice];
  const where = Object.fromEntries(narrowedBy.map((dimension) => [dimension, chosen[dimension] ?? []]));
  const vector = metric.instrument === 'gauge' ? gauge(metric, where) : counter(metric, where);
  return { series: toPromql(vector.build()), label: labelOf(attribute) };
}

/**
 * Where the values of a segment stand, of the models and versions that are chosen already.
 *
 * @param name - the attribute, such as `country`
 */
export function segmentValues(name: string, { model = [], version = [] }: Where): LabelValuesQuery {
  const metric = segmentMetric(METRICS.predictionObservations);
  const vector = counter(metric, { model, version }, { [ATTRIBUTES.segmentName]: { is: name } });
  return { series: toPromql(vector.build()), label: labelOf(ATTRIBUTES.segmentValue) };
}

/**
 * Where the bounds of a classic histogram's buckets stand.
 *
 * @param selector - its name and labels as PromQL, without `_bucket`
 * @throws {QueryError} for a text that is not a selector
 */
export function bucketBounds(selector: string): LabelValuesQuery {
  return { series: toPromql(selected(parseSelector('selector', selector), '_bucket').build()), label: 'le' };
}

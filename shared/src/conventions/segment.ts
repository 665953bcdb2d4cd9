import { ATTRIBUTES } from './attributes.ts';
import { METRICS, type Metric } from './metrics.ts';
import { seriesPattern } from './series.ts';

/** Values of a segment that have series of their own; all others, and rows without a value, are `other`. */
export const MOST_SEGMENT_VALUES = 10;

const PREFIX = 'ml.';
const SEGMENT_PREFIX = 'ml.segment.';

/** Metrics of calls, of rankings, and of what arrives too late to say of which segment it is. */
const OF_WHOLE_MODELS: readonly Metric[] = [
  METRICS.predictionDuration,
  METRICS.outcomeDelay,
  METRICS.outcomeProblems,
  METRICS.rankings,
  METRICS.rankingInvalid,
  METRICS.rankingGain,
  METRICS.rankingHits,
];

const segmentMetrics = new Map<Metric, Metric>();

/** Whether a metric is counted by segment too. */
export function isCountedBySegment(metric: Metric): boolean {
  return !OF_WHOLE_MODELS.includes(metric);
}

/**
 * The metric under which a segment is counted: `ml.segment.predictions` for `ml.predictions`, with the same attributes and
 * two more. It has a name of its own so that what asks for a model as a whole neither finds segments nor reads past them.
 *
 * @param metric - one that is counted by segment
 */
export function segmentMetric<Plain extends Metric>(metric: Plain): Plain {
  let segment = segmentMetrics.get(metric);
  if (segment === undefined) {
    const attributes = [...metric.attributes, ATTRIBUTES.segmentName, ATTRIBUTES.segmentValue];
    segment = { ...metric, name: SEGMENT_PREFIX + metric.name.slice(PREFIX.length), attributes };
    segmentMetrics.set(metric, segment);
  }
  // The same instrument, under another name.
  return segment as Plain;
}

/**
 * The name that the series of a segment have in a store.
 *
 * @param series - the name of those of the whole model
 * @returns undefined for what is not counted by segment
 */
export function segmentSeries(series: string): string | undefined {
  if (!segmentNames.has(series)) segmentNames.set(series, segmentNameOf(series));
  return segmentNames.get(series);
}

const segmentNames = new Map<string, string | undefined>();

function segmentNameOf(series: string): string | undefined {
  const metric = Object.values(METRICS).find((each) => new RegExp(`^${seriesPattern(each)}$`).test(series));
  if (metric === undefined || !isCountedBySegment(metric)) return undefined;
  return underscored(SEGMENT_PREFIX) + series.slice(underscored(PREFIX).length);
}

function underscored(prefix: string): string {
  return prefix.replace(/\./g, '_');
}

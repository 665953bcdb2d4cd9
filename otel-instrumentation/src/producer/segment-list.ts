import type { Attributes, HrTime } from '@opentelemetry/api';
import type { Histogram } from '@opentelemetry/sdk-metrics';
import { isCountedBySegment, METRICS, segmentMetric } from '@driftline/shared';
import type { HistogramMetric, NumberMetric, PointList } from './metric-list.ts';

/** What a profile says of classes and groups, and not of training rows. */
const WITHOUT_ROWS: readonly NumberMetric[] = [METRICS.referencePredictionFavorable, METRICS.referenceGroupPrivileged];

/** Takes the points of a segment under the names of its metrics. */
export class SegmentList implements PointList {
  readonly #list: PointList;
  readonly #hasReference: boolean;

  /** @param hasReference - whether training rows stand behind the reference; without them it is left out */
  constructor(list: PointList, hasReference: boolean) {
    this.#list = list;
    this.#hasReference = hasReference;
  }

  add(metric: NumberMetric, value: number, attributes: Attributes, start: HrTime): void {
    if (!isCountedBySegment(metric)) return;
    const isReference = metric.name.startsWith('ml.reference.') && !WITHOUT_ROWS.includes(metric);
    if (isReference && !this.#hasReference) return;
    this.#list.add(segmentMetric(metric), value, attributes, start);
  }

  addHistogram(metric: HistogramMetric, value: Histogram, attributes: Attributes, start: HrTime): void {
    if (isCountedBySegment(metric)) this.#list.addHistogram(segmentMetric(metric), value, attributes, start);
  }
}

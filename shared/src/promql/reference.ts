import { lastOverTime, max } from '@grafana/promql-builder';
import { ATTRIBUTES, type AttributeName } from '../conventions/attributes.ts';
import { gaugeSeries } from '../conventions/series.ts';
import type { MetricOf } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { labels, series, type LabelValues } from './series.ts';

/** A model and its version: what every series carries. */
export const PER_MODEL = [ATTRIBUTES.modelName, ATTRIBUTES.modelVersion] as const;
export const PER_FEATURE = [...PER_MODEL, ATTRIBUTES.featureName] as const;
export const PER_BIN = [...PER_FEATURE, ATTRIBUTES.featureBin] as const;
export const PER_GROUP_ATTRIBUTE = [...PER_MODEL, ATTRIBUTES.groupAttribute] as const;
export const PER_GROUP = [...PER_GROUP_ATTRIBUTE, ATTRIBUTES.groupValue] as const;

/**
 * A reference gauge. Every replica exports the same number, so the maximum is that number; the last value in the
 * window is taken because live counts reach back that far, also for replicas that are gone by now.
 */
export function reference(
  metric: MetricOf<'gauge'>,
  query: MeasureQuery,
  values: LabelValues,
  by: readonly AttributeName[],
): Expression {
  return max(lastOverTime(series(gaugeSeries(metric), values).range(query.window))).by(labels(...by));
}

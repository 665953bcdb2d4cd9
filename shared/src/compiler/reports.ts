import { ATTRIBUTES } from '../conventions/attributes.ts';
import { METRICS } from '../conventions/metrics.ts';
import { labelOf } from '../conventions/series.ts';
import { gauge } from '../promql/selectors.ts';
import { toPromql } from '../promql/to-promql.ts';
import type { Labels, Series } from '../query/answers.ts';
import type { Where } from '../query/measure-query.ts';

/** When a version of a model was reporting: that is, when the store had a sample of its profile. */
export interface Report {
  readonly model: string;
  readonly version: string;
  /** Milliseconds since 1970, within the time range that was asked about. */
  readonly first: number;
  readonly last: number;
}

const MODEL = labelOf(ATTRIBUTES.modelName);
const VERSION = labelOf(ATTRIBUTES.modelVersion);

/** Stores take a sample for five minutes as the present value: a coarser step would overlook samples between two steps. */
export const LONGEST_STEP_SEC = 300;

/**
 * PromQL of the first, the last and the present time of a sample, in this order, by model and version.
 *
 * @param seconds - length of the time range that ends where the texts are evaluated
 * @param step - seconds by which a first sample may be missed; at most {@link LONGEST_STEP_SEC}
 */
export function reportTexts(
  where: Where,
  seconds: number,
  step = LONGEST_STEP_SEC,
): readonly [first: string, last: string, present: string] {
  const time = `timestamp(${toPromql(gauge(METRICS.referenceRows, where).build())})`;
  const range = `[${Math.max(1, Math.ceil(seconds))}s:${step}s]`;
  const by = `by (${MODEL}, ${VERSION})`;
  return [
    `min ${by} (min_over_time(${time}${range}))`,
    `max ${by} (max_over_time(${time}${range}))`,
    `max ${by} (${time})`,
  ];
}

/** Reports of each version, given the answers to {@link reportTexts}; the first reporter first. */
export function reportsOf(answers: readonly (readonly Series[])[]): Report[] {
  const [first = [], last = [], present = []] = answers;
  const reports = new Map<string, Report>();
  for (const { labels, values } of [...first, ...last, ...present]) {
    const time = values[0];
    if (time === undefined || !Number.isFinite(time)) continue;
    const key = keyOf(labels);
    const known = reports.get(key);
    reports.set(key, {
      model: labels[MODEL] ?? '',
      version: labels[VERSION] ?? '',
      first: Math.min(known?.first ?? Infinity, time * 1000),
      last: Math.max(known?.last ?? -Infinity, time * 1000),
    });
  }
  return [...reports.values()].sort((a, b) => a.first - b.first);
}

function keyOf(labels: Labels): string {
  return JSON.stringify([labels[MODEL], labels[VERSION]]);
}

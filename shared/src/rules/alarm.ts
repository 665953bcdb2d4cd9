import { measureById } from '../measures/registry.ts';
import type { Measure, Thresholds } from '../measures/measure.ts';
import type { MeasureId } from '../measures/measure-ids.ts';
import { compile } from '../query/compile.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';

/** Measures that rules are written for unless others are chosen: drift, performance, latency, fairness, nulls. */
export const DEFAULT_ALARMS: readonly MeasureId[] = [
  'psi',
  'accuracy-drop',
  'latency-quantile',
  'disparate-impact',
  'missing-share',
];

/** What rules are to be written. */
export interface RuleOptions {
  /** Measures and, where the usual one does not fit, the threshold of each. */
  readonly alarms: ReadonlyMap<MeasureId, number | undefined>;
  /** What every rule asks about: models, minimum of observations, privileged group and so on. */
  readonly query?: Partial<MeasureQuery>;
  /** Window whose value has to cross the threshold, as a PromQL duration. */
  readonly longWindow: string;
  /** Window whose value lets an alarm go as soon as it is well again. */
  readonly shortWindow: string;
  /** How long it has to last. */
  readonly holdFor: string;
  /** Address of a published `shared/measures.md`, which alarms link into; no link unless given. */
  readonly runbooks?: string;
}

export const DEFAULT_RULE_OPTIONS: RuleOptions = {
  alarms: new Map(DEFAULT_ALARMS.map((id) => [id, undefined])),
  longWindow: '1h',
  shortWindow: '5m',
  holdFor: '5m',
};

/** One alert: a measure over its threshold. */
export interface Alarm {
  readonly measure: Measure;
  readonly severity: 'warning' | 'critical';
  readonly side: Thresholds['side'];
  readonly threshold: number;
  /** PromQL of the measure over each window. */
  readonly long: string;
  readonly short: string;
}

/**
 * The alarms that are asked for: a critical one at each threshold, and a warning where people expect one.
 *
 * @throws {QueryError} for a measure that has no threshold and is given none, or that no rule can hold
 */
export function alarmsOf(options: RuleOptions): Alarm[] {
  return [...options.alarms].flatMap(([id, given]): Alarm[] => {
    const measure = measureById(id);
    const { side, alarm, warning } = thresholdsOf(measure, given);
    const over = (window: string): string =>
      compile({ ...DEFAULT_QUERY, ...options.query, measure: id, window }).promql;
    const at = (severity: Alarm['severity'], threshold: number): Alarm => ({
      measure,
      severity,
      side,
      threshold,
      long: over(options.longWindow),
      short: over(options.shortWindow),
    });
    return [...(warning === undefined ? [] : [at('warning', warning)]), at('critical', alarm)];
  });
}

function thresholdsOf(measure: Measure, given: number | undefined): Omit<Thresholds, 'remedy'> {
  // A warning belongs to the usual threshold: beside another one it may be on the wrong side.
  if (given !== undefined) {
    return { side: measure.thresholds?.side ?? (measure.worse === 'lower' ? 'below' : 'above'), alarm: given };
  }
  if (measure.thresholds === undefined) {
    throw new QueryError(`${measure.name} has no usual threshold: give one, such as ${measure.id}=0.1.`);
  }
  return measure.thresholds;
}

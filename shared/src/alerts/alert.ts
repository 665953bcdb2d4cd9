import { compile } from '../compiler/compile.ts';
import { measureById, type MeasureId } from '../measures/registry.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Thresholds } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';

/** Measures that get rules by default: drift, performance, latency, fairness, missing values. */
export const DEFAULT_ALERTS: readonly MeasureId[] = [
  'psi',
  'accuracy-drop',
  'latency-quantile',
  'disparate-impact',
  'missing-share',
];

/** Which rules to write. */
export interface RuleOptions {
  /** Measures and, where the default limit does not fit, the limit of each. */
  readonly alerts: ReadonlyMap<MeasureId, number | undefined>;
  /** Fields of every query: models, minimum of observations, privileged group and so on. */
  readonly query?: Partial<MeasureQuery>;
  /** Window whose value has to cross the limit, as a PromQL duration. */
  readonly longWindow: string;
  /** Window whose value resolves the alert as soon as it is within the limit. */
  readonly shortWindow: string;
  /** How long the limit has to be crossed before the alert fires. */
  readonly holdFor: string;
  /** Address of a published `shared/measures.md`, which alerts link into; no link unless given. */
  readonly runbooks?: string;
}

export const DEFAULT_RULE_OPTIONS: RuleOptions = {
  alerts: new Map(DEFAULT_ALERTS.map((id) => [id, undefined])),
  longWindow: '1h',
  shortWindow: '5m',
  holdFor: '5m',
};

/** One alert: a measure beyond its limit. */
export interface Alert {
  readonly measure: Measure<MeasureId>;
  readonly query: MeasureQuery;
  readonly severity: 'warning' | 'critical';
  readonly side: Thresholds['side'];
  readonly limit: number;
  /** PromQL of the measure over each window. */
  readonly long: string;
  readonly short: string;
}

/**
 * The alerts for the options: a critical one at each limit, and a warning if the measure has a default one.
 *
 * @throws {QueryError} for a measure without a limit, or one that PromQL cannot express
 */
export function alertsOf(options: RuleOptions): Alert[] {
  return [...options.alerts].flatMap(([id, given]): Alert[] => {
    const measure = measureById(id);
    const query: MeasureQuery = { ...DEFAULT_QUERY, ...options.query, measure: id };
    // First what no limit helps against: a measure that no rule can hold.
    const [long, short] = [options.longWindow, options.shortWindow].map(
      (window) => compile({ ...query, window }).promql,
    ) as [string, string];
    const { side, critical, warning } = limitsOf(measure, given);
    const at = (severity: Alert['severity'], limit: number): Alert => ({
      measure,
      query,
      severity,
      side,
      limit,
      long,
      short,
    });
    return [...(warning === undefined ? [] : [at('warning', warning)]), at('critical', critical)];
  });
}

function limitsOf(measure: Measure, given: number | undefined): Omit<Thresholds, 'runbook'> {
  // The warning belongs to the default limit: with another limit it may be on the wrong side.
  if (given !== undefined) {
    return { side: measure.thresholds?.side ?? (measure.worse === 'lower' ? 'below' : 'above'), critical: given };
  }
  if (measure.thresholds === undefined) {
    throw new QueryError(`${measure.name} has no default limit: give one, such as ${measure.id}=0.1.`);
  }
  return measure.thresholds;
}

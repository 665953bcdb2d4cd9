import { compile } from '../compiler/compile.ts';
import { heldActivity, sideOf, sized, type ShortActivity } from '../compiler/resolved-by.ts';
import { measureById, type MeasureId } from '../measures/registry.ts';
import { ALERT_SIGNIFICANCE } from '../statistics/significance.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Description, Thresholds } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';

/**
 * Measures that get rules by default: drift, performance, fairness, every problem of values, how a model answers, and the
 * problems of a model as a whole, which leave nothing for the others to be about.
 */
export const DEFAULT_ALERTS: readonly MeasureId[] = [
  'psi',
  'prediction-psi',
  'accuracy-drop',
  'disparate-impact',
  'equal-opportunity-difference',
  'missing-share',
  'invalid-share',
  'unseen-share',
  'outlier-share',
  'out-of-range-share',
  'latency-quantile',
  'error-share',
  'no-traffic',
  'reference-missing',
  'telemetry-lost',
];

/** Which rules to write. */
export interface RuleOptions {
  /** Measures and, where the default limit does not fit, the limit of each. */
  readonly alerts: ReadonlyMap<MeasureId, number | undefined>;
  /** Fields of every query: models, minimum of observations, significance ({@link ALERT_SIGNIFICANCE} unless given) and so on. */
  readonly query?: Partial<MeasureQuery>;
  /** Window whose value has to cross the limit, as a PromQL duration. */
  readonly longWindow: string;
  /**
   * Window whose value resolves the alert as soon as it is within the limit, or nothing was counted. Problems of a model as
   * a whole are looked for in it alone.
   */
  readonly shortWindow: string;
  /** How long the limit has to be crossed before the alert fires. */
  readonly holdFor: string;
  /** How long an alert goes on firing once it is over, so that it does not flap; {@link DEFAULT_KEEP_FIRING_FOR} unless given. */
  readonly keepFiringFor?: string;
  /** Names of models that run in batches: their alerts hold while the long window remembers the last run. */
  readonly batchModels?: readonly string[];
  /** Address of a published `shared/measures.md`, which alerts link into; no link unless given. */
  readonly runbooks?: string;
}

/** Two evaluations of a minute each: enough for a value that moves about its limit, and no reason to wait for the end. */
export const DEFAULT_KEEP_FIRING_FOR = '2m';

export const DEFAULT_RULE_OPTIONS: RuleOptions = {
  alerts: new Map(DEFAULT_ALERTS.map((id) => [id, undefined])),
  longWindow: '1h',
  shortWindow: '5m',
  holdFor: '5m',
};

/** One alert: a measure beyond its limit. */
export interface Alert {
  readonly measure: Measure<MeasureId>;
  /** What is asked over either window. */
  readonly query: MeasureQuery;
  readonly significance: number;
  readonly severity: 'warning' | 'critical';
  readonly side: Thresholds['side'];
  readonly limit: number;
  /** What of the measure the limit is of: the value, or the excess of the lower end of its interval. */
  readonly show: 'value' | 'excess';
}

/** What the texts and the threshold of an alert need of it: of the measure no formula. */
export interface DescribedAlert extends Omit<Alert, 'measure'> {
  readonly measure: Omit<Description<MeasureId>, 'legend'> & Pick<Measure, 'hasCriticalValue'>;
}

/** What an alert needs as PromQL. */
export interface PromqlAlert extends Alert {
  /** What the limit is of, over each window. A problem of a model as a whole has no short one. */
  readonly long: string;
  readonly short?: string;
  /** What has to be counted over the short window for the alert to go on; nothing has to be of models in batches. */
  readonly activity?: ShortActivity;
  /** What noise alone reaches over the long window, which the value has to be above as well. */
  readonly critical?: string;
}

/**
 * The alerts for the options: a critical one at each limit, and a warning if the measure has a default one.
 *
 * @throws {QueryError} for a measure without a limit
 */
export function alertsOf(options: RuleOptions): Alert[] {
  return [...options.alerts].flatMap(([id, given]): Alert[] => {
    const asked = askedOf(id, options);
    const { side, critical, warning } = limitsOf(asked.measure, given);
    const at = (severity: Alert['severity'], limit: number): Alert => ({ ...asked, severity, side, limit });
    return [...(warning === undefined ? [] : [at('warning', warning)]), at('critical', critical)];
  });
}

/**
 * The same alerts with their PromQL.
 *
 * @throws {QueryError} as `alertsOf` does, and for a measure that PromQL cannot express
 */
export function promqlAlertsOf(options: RuleOptions): PromqlAlert[] {
  // First what no limit helps against: a measure that no ruler can hold.
  const known = new Map([...options.alerts.keys()].map((id) => [id, promqlOf(askedOf(id, options), options)]));
  return alertsOf(options).map((alert) => ({ ...alert, ...(known.get(alert.measure.id) as Promql) }));
}

type Promql = Pick<PromqlAlert, 'long' | 'short' | 'activity' | 'critical'>;

function promqlOf({ measure, query, significance, show }: Asked, options: RuleOptions): Promql {
  const long = { ...query, window: longWindowOf(measure, options) };
  if (isEvent(measure)) return { long: compile(long).promql };
  // What is active does not depend on the limit.
  const activity = heldActivity(measure, { ...long, resolvedBy: { window: options.shortWindow, limit: 0 } });
  return {
    ...(activity === undefined ? {} : { activity }),
    long: compile(show === 'excess' ? { ...long, significance } : long).promql,
    // What resolves an alert is the number itself: noise is no reason to go on firing.
    short: compile({ ...query, window: options.shortWindow }).promql,
    ...(measure.hasCriticalValue
      ? { critical: compile({ ...long, significance, show: 'critical-value' }).promql }
      : {}),
  };
}

/** Whether an alert is about a problem that is there or not: then there is one window, and nothing else resolves it. */
export function isEvent({ thresholds }: Pick<DescribedAlert['measure'], 'thresholds'>): boolean {
  return thresholds?.event !== undefined;
}

/** The window whose value has to cross the limit. */
export function longWindowOf(
  measure: Pick<DescribedAlert['measure'], 'thresholds'>,
  { longWindow, shortWindow }: Pick<RuleOptions, 'longWindow' | 'shortWindow'>,
): string {
  return isEvent(measure) ? shortWindow : longWindow;
}

/** The limit at which an alert of Grafana gives way to the critical one, since nothing silences it there. */
export function supersededAt({ measure, severity, limit }: Alert): number | undefined {
  const critical = measure.thresholds?.critical;
  return severity === 'critical' || critical === limit ? undefined : critical;
}

type Asked = Pick<Alert, 'measure' | 'query' | 'significance' | 'show'>;

/** What the alerts of a measure ask, whatever their limits. */
function askedOf(id: MeasureId, options: RuleOptions): Asked {
  const measure = measureById(id);
  const show = measure.thresholds?.of ?? 'value';
  const { significance = ALERT_SIGNIFICANCE, ...asked } = options.query ?? {};
  const { batchModels = [] } = options;
  const query: MeasureQuery = {
    ...DEFAULT_QUERY,
    ...asked,
    ...(batchModels.length === 0 ? {} : { batchModels }),
    measure: id,
    show,
  };
  return { measure, query, significance, show };
}

function limitsOf(measure: Measure, given: number | undefined): Omit<Thresholds, 'runbook'> {
  // The warning belongs to the default limit: with another limit it may be on the wrong side.
  if (given !== undefined) {
    return { side: sideOf(measure), critical: given };
  }
  if (measure.thresholds === undefined) {
    throw new QueryError(`${measure.name} has no default limit: give one, such as ${measure.id}=0.1.`);
  }
  return measure.thresholds;
}

/** PromQL of the values that noise alone does not reach. */
export function isBeyondNoise(measure: Measure, value: string, critical: string): string {
  return `${sized(measure, value)} ${measure.worse === 'lower' ? '<' : '>'} ${critical}`;
}

import { compile } from '../compiler/compile.ts';
import { heldActivity, sideOf, sized, type ShortActivity } from '../compiler/resolved-by.ts';
import { measureById, type MeasureId } from '../measures/registry.ts';
import { withMatchers } from '../promql/enforced-matchers.ts';
import { matchersWithout } from '../promql/label-matchers.ts';
import { ALERT_SIGNIFICANCE } from '../statistics/significance.ts';
import { DEFAULT_QUERY, type MeasureQuery, type Where } from '../query/measure-query.ts';
import { QueryError } from '../query/query-error.ts';
import type { Matcher } from '../query/selector.ts';
import type { Description, Thresholds } from '../templates/description.ts';
import type { Measure } from '../templates/measure.ts';
import { onlyFeature, type FeatureChoice, type Limits, type RuleLimits } from './rule-limits.ts';
import type { RuleScope } from './rule-scope.ts';

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
  /** Measures and, where the default limits do not fit, the critical limit of each, or all its limits. */
  readonly alerts: ReadonlyMap<MeasureId, number | readonly RuleLimits[] | undefined>;
  /** Whose rules these are; those of all models unless given. */
  readonly scope?: RuleScope;
  /** Values that the rules are not about, beside what the query asks for: models that have rules of their own. */
  readonly without?: Where;
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
  /** Conditions on labels beside those of the query. */
  readonly matchers: readonly Matcher[];
  /** Features that the limit is for; all unless given. */
  readonly features?: FeatureChoice;
  readonly significance: number;
  readonly severity: 'warning' | 'critical';
  readonly side: Thresholds['side'];
  readonly limit: number;
  /** The limit of the critical alert, at which a warning of Grafana gives way to it, since nothing silences it there. */
  readonly supersededAt?: number;
  /** What of the measure the limit is of: the value, or the excess of the lower end of its interval. */
  readonly show: 'value' | 'excess';
}

/** What the texts and the threshold of an alert need of it: of the measure no formula. */
export interface DescribedAlert extends Omit<Alert, 'measure' | 'matchers' | 'features'> {
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
  /** How many observations the value over the long window rests on. */
  readonly observations?: string;
}

/**
 * The alerts for the options: a critical one at each limit, and a warning if the measure has a default one or one is given.
 *
 * @throws {QueryError} for a measure without a limit
 */
export function alertsOf(options: RuleOptions): Alert[] {
  return [...options.alerts].flatMap(([id, given]) => {
    const measure = measureById(id);
    const all = limitsOf(measure, given);
    return all.flatMap(({ features, ...limits }) => {
      const asked = askedOf(id, options, features, all.length);
      return SEVERITIES.flatMap((severity): Alert[] => {
        const limit = limits[severity];
        if (limit === undefined) return [];
        const { critical } = limits;
        const worse = severity === 'warning' && critical !== undefined ? { supersededAt: critical } : {};
        return [{ ...asked, severity, side: sideOf(measure), limit, ...worse }];
      });
    });
  });
}

const SEVERITIES = ['warning', 'critical'] as const satisfies readonly (keyof Limits)[];

/**
 * The same alerts with their PromQL.
 *
 * @param of - what the PromQL is of: the features of each alert, or all of them, which is recorded once for all alerts
 * @throws {QueryError} as `alertsOf` does, and for a measure that PromQL cannot express
 */
export function promqlAlertsOf(options: RuleOptions, of: 'each' | 'all features' = 'each'): PromqlAlert[] {
  // First what no limit helps against: a measure that no ruler can hold.
  const recorded = new Map([...options.alerts.keys()].map((id) => [id, promqlOf(askedOf(id, options), options)]));
  return alertsOf(options).map((alert) => {
    const isOfAll = of === 'all features' || alert.features === undefined;
    return { ...alert, ...(isOfAll ? (recorded.get(alert.measure.id) as Promql) : promqlOf(alert, options)) };
  });
}

type Promql = Pick<PromqlAlert, 'long' | 'short' | 'activity' | 'critical' | 'observations'>;

function promqlOf({ measure, query, matchers, significance, show }: Asked, options: RuleOptions): Promql {
  const promql = (asked: MeasureQuery): string => withMatchers(compile(asked).promql, matchers);
  const long = { ...query, window: longWindowOf(measure, options) };
  if (isEvent(measure)) return { long: promql(long) };
  // What is active does not depend on the limit.
  const activity = heldActivity(measure, { ...long, resolvedBy: { window: options.shortWindow, limit: 0 } });
  return {
    ...(activity === undefined ? {} : { activity: { ...activity, promql: withMatchers(activity.promql, matchers) } }),
    long: promql(show === 'excess' ? { ...long, significance } : long),
    // What resolves an alert is the number itself: noise is no reason to go on firing.
    short: promql({ ...query, window: options.shortWindow }),
    ...(measure.hasCriticalValue ? { critical: promql({ ...long, significance, show: 'critical-value' }) } : {}),
    ...(hasObservations(measure, query) ? { observations: promql({ ...long, show: 'observations' }) } : {}),
  };
}

/** Whether a message can say of how many observations a value is. */
function hasObservations(measure: Measure, query: MeasureQuery): boolean {
  return measure.aspects(query).includes('observations');
}

/**
 * Whether a rule of Grafana asks for the observations as well. A query without data leaves its rule without data there, and
 * the counts behind values of small groups are not disclosed: those rules do without.
 */
export function namesObservations({ measure, query }: Pick<Alert, 'measure' | 'query'>): boolean {
  return hasObservations(measure, query) && measure.family !== 'fairness';
}

/** Whether an alert is about a problem that is there or not: then there is one window, and nothing else resolves it. */
export function isEvent({ thresholds }: Pick<DescribedAlert['measure'], 'thresholds'>): boolean {
  return thresholds?.event !== undefined;
}

/** Measures of a model that count all of its versions together. */
const OF_ALL_VERSIONS: readonly string[] = ['no-traffic', 'telemetry-lost'] satisfies MeasureId[];

/** Whether the values of a measure have no version. */
export function isOfAllVersions({ id }: Pick<Measure, 'id'>): boolean {
  return OF_ALL_VERSIONS.includes(id);
}

/** What is left out of a measure: no version where all count together. */
export function ownDimensions(measure: Pick<Measure, 'id'>, without: Where = {}): Where {
  const { version, ...others } = without;
  return version === undefined || isOfAllVersions(measure) ? others : { ...others, version };
}

/** The window whose value has to cross the limit. */
export function longWindowOf(
  measure: Pick<DescribedAlert['measure'], 'thresholds'>,
  { longWindow, shortWindow }: Pick<RuleOptions, 'longWindow' | 'shortWindow'>,
): string {
  return isEvent(measure) ? shortWindow : longWindow;
}

type Asked = Pick<Alert, 'measure' | 'query' | 'matchers' | 'features' | 'significance' | 'show'>;

/**
 * What the alerts of a measure ask, whatever their limits.
 *
 * @param parts - rules among which the features of the measure are divided. Together they have the significance.
 */
function askedOf(id: MeasureId, options: RuleOptions, features?: FeatureChoice, parts = 1): Asked {
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
  const feature = onlyFeature(features);
  const matchers = matchersWithout({
    ...ownDimensions(measure, options.without),
    ...(features !== undefined && 'without' in features ? { feature: features.without } : {}),
  });
  return {
    measure,
    query: feature === undefined ? query : { ...query, where: { ...query.where, feature: [feature] } },
    matchers,
    ...(features === undefined ? {} : { features }),
    significance: significance / parts,
    show,
  };
}

function limitsOf(measure: Measure, given: number | readonly RuleLimits[] | undefined): readonly RuleLimits[] {
  // The warning belongs to the default limit: with another limit it may be on the wrong side.
  if (typeof given === 'number') return [{ critical: given }];
  return (given ?? [{}]).map((limits) => {
    if (limits.warning !== undefined || limits.critical !== undefined) return limits;
    if (measure.thresholds === undefined) {
      throw new QueryError(`${measure.name} has no default limit: give one, such as ${measure.id}=0.1.`);
    }
    const { warning, critical } = measure.thresholds;
    return { ...limits, critical, ...(warning === undefined ? {} : { warning }) };
  });
}

/** PromQL of the values that noise alone does not reach. */
export function isBeyondNoise(measure: Measure, value: string, critical: string): string {
  return `${sized(measure, value)} ${measure.worse === 'lower' ? '<' : '>'} ${critical}`;
}

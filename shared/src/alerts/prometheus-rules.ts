import { sized, unlessOver, whileActive, type ShortActivity } from '../compiler/resolved-by.ts';
import { withMatchers } from '../promql/enforced-matchers.ts';
import { matchersWithin, matchersWithout } from '../promql/label-matchers.ts';
import type { Matcher } from '../query/selector.ts';
import {
  DEFAULT_KEEP_FIRING_FOR,
  isBeyondNoise,
  longWindowOf,
  ownDimensions,
  promqlAlertsOf,
  type PromqlAlert,
  type RuleOptions,
} from './alert.ts';
import { alertAnnotations, PROMETHEUS_TEMPLATES } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';
import {
  familyGroups,
  splitGroups,
  type MeasureRules,
  type PrometheusRules,
  type PrometheusRule,
} from './prometheus-groups.ts';
import { onlyFeature } from './rule-limits.ts';
import { recordPrefix, scopeLabels, seriesLabels, type RuleScope } from './rule-scope.ts';

/**
 * Recording rules that compute each measure once, however many dashboards and alerts look at it, and alerting rules
 * over what was recorded.
 *
 * @param scopes - models that have the same options, each with groups of its own
 * @throws {QueryError} as `promqlAlertsOf` does
 */
export function prometheusRules(...scopes: readonly RuleOptions[]): PrometheusRules {
  return { groups: scopes.flatMap((options) => familyGroups(measureRules(options), options.scope)) };
}

/**
 * The same in groups of so many rules at most, of one scope each, for rulers that limit them.
 *
 * @throws {QueryError} as `promqlAlertsOf` does
 */
export function splitPrometheusRules(scopes: readonly RuleOptions[], most: number): PrometheusRules {
  return { groups: scopes.flatMap((options) => splitGroups(measureRules(options), most, options.scope)) };
}

/**
 * Name of the series that a measure is recorded under, such as `driftline:psi:1h`.
 *
 * @param part - what of the measure it is, such as `excess`; the value unless given
 * @param scope - whose series it is
 */
export function recordedName(measure: string, window: string, part?: string, scope: RuleScope = {}): string {
  const name = part === undefined ? measure : `${measure}-${part}`;
  return `${recordPrefix(scope)}:${name.replace(/-/g, '_')}:${window}`;
}

/** A recording rule. */
interface Recorded {
  readonly record: string;
  readonly expr: string;
}

/** The series that an alert reads. */
interface Records {
  readonly long: Recorded;
  readonly short?: Recorded;
  readonly critical?: Recorded;
  readonly activity?: Recorded;
}

function recordsOf({ measure, show, long, short, critical, activity }: PromqlAlert, options: RuleOptions): Records {
  const excess = show === 'excess';
  const window = longWindowOf(measure, options);
  const of = (window: string, part: string | undefined, expr: string): Recorded => ({
    record: recordedName(measure.id, window, part, options.scope),
    expr,
  });
  return {
    long: of(window, excess ? 'excess-lower' : undefined, long),
    ...(short === undefined ? {} : { short: of(options.shortWindow, excess ? 'excess' : undefined, short) }),
    ...(critical === undefined ? {} : { critical: of(window, 'critical-value', critical) }),
    ...(activity === undefined ? {} : { activity: activityRecord(measure.family, activity, options) }),
  };
}

/** Groups run side by side: each records for itself what its alerts need, under a name of its own. */
function activityRecord(family: string, { of, promql }: ShortActivity, { shortWindow, scope }: RuleOptions): Recorded {
  return { record: recordedName(`${family.replace(' ', '-')}-${of}`, shortWindow, 'active', scope), expr: promql };
}

/** The rules of each measure. What is recorded is of all features, whatever their limits. */
function measureRules(options: RuleOptions): MeasureRules[] {
  const alerts = promqlAlertsOf(options, 'all features');
  return [...new Set(alerts.map(({ measure }) => measure))].map((measure) => {
    const own = alerts.filter((alert) => alert.measure === measure);
    const recorded = new Map(
      own.flatMap((alert) =>
        Object.values(recordsOf(alert, options)).map(({ record, expr }: Recorded) => [record, expr] as const),
      ),
    );
    // With the labels that its series have, no two rules of a file look the same.
    const labels = seriesLabels(options.scope ?? {});
    return {
      family: measure.family,
      records: [...recorded].map(([record, expr]) => ({
        record,
        expr,
        ...(Object.keys(labels).length === 0 ? {} : { labels }),
      })),
      alerts: own.map((alert) => alertingRule(alert, options)),
    };
  });
}

/** What an alert reads of what is recorded of all features. What it is active by may be that of the model. */
function featureMatchers({ features }: PromqlAlert): Matcher[] {
  if (features === undefined) return [];
  return 'only' in features
    ? matchersWithin({ feature: [features.only] })
    : matchersWithout({ feature: features.without });
}

/** What an alert reads of series that rules of other models record under the same name. */
function modelMatchers({ measure, query }: PromqlAlert, { without = {} }: RuleOptions): Matcher[] {
  const { model = [], version = [] } = query.where;
  return [...matchersWithin({ model, version }), ...matchersWithout(ownDimensions(measure, without))];
}

function alertingRule(alert: PromqlAlert, options: RuleOptions): PrometheusRule {
  const { measure, side, limit } = alert;
  const { long, short, critical, activity } = recordsOf(alert, options);
  const beyondNoise = critical === undefined ? '' : ` and ${isBeyondNoise(measure, long.record, critical.record)}`;
  const beyond = `${sized(measure, long.record)} ${side === 'above' ? '>' : '<'} ${limit}${beyondNoise}`;
  // With too little traffic the short window has no value, and the long one decides alone.
  const unresolved =
    short === undefined ? beyond : unlessOver(measure, { long: long.record, short: short.record }, { limit }, beyond);
  const ofFeatures = withMatchers(unresolved, featureMatchers(alert));
  const active =
    activity === undefined ? ofFeatures : whileActive(ofFeatures, alert.activity?.per ?? [], activity.record);
  const { scope = {} } = options;
  return {
    alert: alertTitle(alert),
    expr: withMatchers(active, modelMatchers(alert, options)),
    for: options.holdFor,
    keep_firing_for: options.keepFiringFor ?? DEFAULT_KEEP_FIRING_FOR,
    labels: { ...alertLabels(alert), ...scopeLabels(scope, onlyFeature(alert.features)) },
    annotations: alertAnnotations(alert, options, PROMETHEUS_TEMPLATES),
  };
}

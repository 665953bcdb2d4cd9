import { sized, unlessWithin } from '../compiler/resolved-by.ts';
import { withMatchers } from '../promql/enforced-matchers.ts';
import { matchersWithin } from '../promql/label-matchers.ts';
import type { Matcher } from '../query/selector.ts';
import { isBeyondNoise, promqlAlertsOf, type PromqlAlert, type RuleOptions } from './alert.ts';
import { alertAnnotations, PROMETHEUS_TEMPLATES } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';
import {
  familyGroups,
  splitGroups,
  type MeasureRules,
  type PrometheusRule,
  type PrometheusRules,
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
 * @throws {QueryError} for so few that a measure does not fit, and as `promqlAlertsOf` does
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

/** The series that an alert reads. */
function recordsOf(
  { measure, show, long, short, critical }: PromqlAlert,
  { longWindow, shortWindow, scope }: RuleOptions,
) {
  const excess = show === 'excess';
  const of = (window: string, part: string | undefined, expr: string) => ({
    record: recordedName(measure.id, window, part, scope),
    expr,
  });
  return {
    long: of(longWindow, excess ? 'excess-lower' : undefined, long),
    short: of(shortWindow, excess ? 'excess' : undefined, short),
    ...(critical === undefined ? {} : { critical: of(longWindow, 'critical-value', critical) }),
  };
}

/** The rules of each measure. What is recorded is of all features, whatever their limits. */
function measureRules(options: RuleOptions): MeasureRules[] {
  const alerts = promqlAlertsOf(options, 'all features');
  const labels = seriesLabels(options.scope ?? {});
  return [...new Set(alerts.map(({ measure }) => measure))].map((measure) => {
    const own = alerts.filter((alert) => alert.measure === measure);
    const recorded = new Map(
      own.flatMap((alert) =>
        Object.values(recordsOf(alert, options)).map(({ record, expr }) => [record, expr] as const),
      ),
    );
    return {
      id: measure.id,
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

/** What an alert reads of series that rules of other models record under the same name. */
function recordedMatchers({ query, matchers }: PromqlAlert): Matcher[] {
  const { model = [], version = [], feature = [] } = query.where;
  return [...matchersWithin({ model, version, feature }), ...matchers];
}

function alertingRule(alert: PromqlAlert, options: RuleOptions): PrometheusRule {
  const { measure, side, limit } = alert;
  const { long, short, critical } = recordsOf(alert, options);
  const beyondNoise = critical === undefined ? '' : ` and ${isBeyondNoise(measure, long.record, critical.record)}`;
  // With too little traffic the short window has no value, and the long one decides alone.
  const beyond = `${sized(measure, long.record)} ${side === 'above' ? '>' : '<'} ${limit}${beyondNoise}`;
  const { scope = {} } = options;
  return {
    alert: alertTitle(alert),
    expr: withMatchers(unlessWithin(measure, beyond, short.record, limit), recordedMatchers(alert)),
    for: options.holdFor,
    labels: { ...alertLabels(alert), ...scopeLabels(scope, onlyFeature(alert.features)) },
    annotations: alertAnnotations(alert, options, PROMETHEUS_TEMPLATES),
  };
}

import { sized, unlessOver, whileActive, type ShortActivity } from '../compiler/resolved-by.ts';
import { withMatchers } from '../promql/enforced-matchers.ts';
import { matchersWithin, matchersWithout } from '../promql/label-matchers.ts';
import type { Matcher } from '../query/selector.ts';
import type { Family } from '../templates/description.ts';
import {
  DEFAULT_KEEP_FIRING_FOR,
  isBeyondNoise,
  longWindowOf,
  ownDimensions,
  promqlAlertsOf,
  type PromqlAlert,
  type RuleOptions,
} from './alert.ts';
import { alertAnnotations, PROMETHEUS_TEMPLATES, recordedObservations } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';
import {
  familyGroups,
  splitGroups,
  type MeasureRules,
  type PrometheusRules,
  type PrometheusRule,
  type RecordingRule,
} from './prometheus-groups.ts';
import { onlyFeature } from './rule-limits.ts';
import { recordPrefix, scopeLabels, seriesLabels, type RuleScope } from './rule-scope.ts';
import { sharedSums, type Recorded } from './shared-sums.ts';

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

/** The series that an alert reads. */
interface Records {
  readonly long: Recorded;
  readonly short?: Recorded;
  readonly critical?: Recorded;
  readonly activity?: Recorded;
  readonly observations?: Recorded;
}

function recordsOf(alert: PromqlAlert, options: RuleOptions): Records {
  const { measure, show, long, short, critical, activity, observations } = alert;
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
    ...(observations === undefined ? {} : { observations: of(window, 'observations', observations) }),
    ...(activity === undefined ? {} : { activity: activityRecord(measure.family, activity, options) }),
  };
}

/** Groups run side by side: each records for itself what its alerts need, under a name of its own. */
function activityRecord(family: string, { of, promql }: ShortActivity, { shortWindow, scope }: RuleOptions): Recorded {
  return { record: recordedName(`${family.replace(' ', '-')}-${of}`, shortWindow, 'active', scope), expr: promql };
}

/** What is recorded of a measure, each expression in full, and the alerts that read it. */
interface RecordedMeasure {
  readonly family: Family;
  readonly records: readonly Recorded[];
  readonly alerts: readonly PromqlAlert[];
}

/** What is recorded is of all features, whatever their limits. */
function recordedMeasures(options: RuleOptions): RecordedMeasure[] {
  const alerts = promqlAlertsOf(options, 'all features');
  return [...new Set(alerts.map(({ measure }) => measure))].map((measure) => {
    const own = alerts.filter((alert) => alert.measure === measure);
    const recorded = new Map(
      own.flatMap((alert) =>
        Object.values(recordsOf(alert, options)).map(({ record, expr }: Recorded) => [record, expr] as const),
      ),
    );
    return { family: measure.family, records: [...recorded].map(([record, expr]) => ({ record, expr })), alerts: own };
  });
}

/** The series under which rules record an expression, by the expression in full. */
export function recordedExpressions(options: RuleOptions): ReadonlyMap<string, string> {
  const all = recordedMeasures(options).flatMap(({ records }) => records);
  return new Map(all.map(({ record, expr }) => [expr, record]));
}

/** The rules of each measure: first the sums that its family shares, then what follows from them, then the alerts. */
function measureRules(options: RuleOptions): MeasureRules[] {
  const { scope = {} } = options;
  const measures = recordedMeasures(options);
  // With the labels that its series have, no two rules of a file look the same.
  const labels = seriesLabels(scope);
  const labeled = ({ record, expr }: Recorded): RecordingRule => ({
    record,
    expr,
    ...(Object.keys(labels).length === 0 ? {} : { labels }),
  });
  const rulesOf = new Map<RecordedMeasure, MeasureRules>();
  // Groups run side by side: each records for itself what its measures share.
  for (const family of new Set(measures.map((measure) => measure.family))) {
    const members = measures.filter((measure) => measure.family === family);
    const { sums, expressions } = sharedSums(
      members.flatMap(({ records }) => records.map(({ expr }) => expr)),
      (part, window) => recordedName(`${family.replace(' ', '-')}-${part}`, window, undefined, scope),
      scopeMatchers(options),
    );
    let at = 0;
    for (const member of members) {
      const [from, to] = [at, (at += member.records.length)];
      rulesOf.set(member, {
        family,
        records: [
          ...new Map(
            sums
              .slice(from, to)
              .flat()
              .map((sum) => [sum.record, sum]),
          ).values(),
          ...member.records.map(({ record }, i) => ({ record, expr: expressions[from + i] as string })),
        ].map(labeled),
        alerts: member.alerts.map((alert) => alertingRule(alert, options)),
      });
    }
  }
  return measures.map((measure) => rulesOf.get(measure) as MeasureRules);
}

/** What an alert reads of what is recorded of all features. What it is active by may be that of the model. */
function featureMatchers({ features }: PromqlAlert): Matcher[] {
  if (features === undefined) return [];
  return 'only' in features
    ? matchersWithin({ feature: [features.only] })
    : matchersWithout({ feature: features.without });
}

/** What the measures of features read of the sums that rules of other models record under the same name. */
function scopeMatchers({ query, without = {} }: RuleOptions): Matcher[] {
  const { model = [], version = [] } = query?.where ?? {};
  return [...matchersWithin({ model, version }), ...matchersWithout(without)];
}

/** What an alert reads of series that rules of other models record under the same name. */
function modelMatchers({ measure, query }: PromqlAlert, { without = {} }: RuleOptions): Matcher[] {
  const { model = [], version = [] } = query.where;
  return [...matchersWithin({ model, version }), ...matchersWithout(ownDimensions(measure, without))];
}

function alertingRule(alert: PromqlAlert, options: RuleOptions): PrometheusRule {
  const { measure, side, limit } = alert;
  const { long, short, critical, activity, observations } = recordsOf(alert, options);
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
    annotations: {
      ...alertAnnotations(alert, options, PROMETHEUS_TEMPLATES),
      ...(observations === undefined ? {} : recordedObservations(alert, observations.record)),
    },
  };
}

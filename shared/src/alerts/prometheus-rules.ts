import { sized, unlessOver, whileActive, type ShortActivity } from '../compiler/resolved-by.ts';
import {
  DEFAULT_KEEP_FIRING_FOR,
  isBeyondNoise,
  longWindowOf,
  promqlAlertsOf,
  type PromqlAlert,
  type RuleOptions,
} from './alert.ts';
import { alertAnnotations, PROMETHEUS_TEMPLATES } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';

/** A rule file of Prometheus, Mimir, Thanos or vmalert. */
export interface PrometheusRules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusRule[] }[];
}

type PrometheusRule =
  | { readonly record: string; readonly expr: string }
  | {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly keep_firing_for: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    };

/**
 * Recording rules that compute each measure once, however many dashboards and alerts look at it, and alerting rules
 * over what was recorded.
 *
 * @throws {QueryError} as `promqlAlertsOf` does
 */
export function prometheusRules(options: RuleOptions): PrometheusRules {
  const alerts = promqlAlertsOf(options);
  return { groups: families(alerts).map((family) => group(family, alerts, options)) };
}

/**
 * Name of the series that a measure is recorded under, such as `driftline:psi:1h`.
 *
 * @param part - what of the measure it is, such as `excess`; the value unless given
 */
export function recordedName(measure: string, window: string, part?: string): string {
  const name = part === undefined ? measure : `${measure}-${part}`;
  return `driftline:${name.replace(/-/g, '_')}:${window}`;
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
    record: recordedName(measure.id, window, part),
    expr,
  });
  return {
    long: of(window, excess ? 'excess-lower' : undefined, long),
    ...(short === undefined ? {} : { short: of(options.shortWindow, excess ? 'excess' : undefined, short) }),
    ...(critical === undefined ? {} : { critical: of(window, 'critical-value', critical) }),
    ...(activity === undefined ? {} : { activity: activityRecord(measure.family, activity, options.shortWindow) }),
  };
}

/** Groups run side by side: each records for itself what its alerts need, under a name of its own. */
function activityRecord(family: string, { of, promql }: ShortActivity, window: string): Recorded {
  return { record: recordedName(`${family.replace(' ', '-')}-${of}`, window, 'active'), expr: promql };
}

function families(alerts: readonly PromqlAlert[]): string[] {
  return [...new Set(alerts.map(({ measure }) => measure.family))];
}

/** One group for each family: its rules run in order, so measures are recorded before their alerts are checked. */
function group(
  family: string,
  alerts: readonly PromqlAlert[],
  options: RuleOptions,
): PrometheusRules['groups'][number] {
  const members = alerts.filter(({ measure }) => measure.family === family);
  const recorded = new Map(
    members.flatMap((alert) =>
      Object.values(recordsOf(alert, options)).map(({ record, expr }: Recorded) => [record, expr] as const),
    ),
  );
  return {
    name: `driftline ${family}`,
    rules: [
      ...[...recorded].map(([record, expr]) => ({ record, expr })),
      ...members.map((alert) => alertingRule(alert, options)),
    ],
  };
}

function alertingRule(alert: PromqlAlert, options: RuleOptions): PrometheusRule {
  const { measure, side, limit } = alert;
  const { long, short, critical, activity } = recordsOf(alert, options);
  const beyondNoise = critical === undefined ? '' : ` and ${isBeyondNoise(measure, long.record, critical.record)}`;
  const beyond = `${sized(measure, long.record)} ${side === 'above' ? '>' : '<'} ${limit}${beyondNoise}`;
  // With too little traffic the short window has no value, and the long one decides alone.
  const unresolved =
    short === undefined ? beyond : unlessOver(measure, { long: long.record, short: short.record }, { limit }, beyond);
  return {
    alert: alertTitle(alert),
    expr: activity === undefined ? unresolved : whileActive(unresolved, alert.activity?.per ?? [], activity.record),
    for: options.holdFor,
    keep_firing_for: options.keepFiringFor ?? DEFAULT_KEEP_FIRING_FOR,
    labels: alertLabels(alert),
    annotations: alertAnnotations(alert, options, PROMETHEUS_TEMPLATES),
  };
}

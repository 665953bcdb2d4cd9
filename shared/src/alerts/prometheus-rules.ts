import { sized, unlessWithin } from '../compiler/resolved-by.ts';
import { isBeyondNoise, promqlAlertsOf, type PromqlAlert, type RuleOptions } from './alert.ts';
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

/** The series that an alert reads. */
function recordsOf({ measure, show, long, short, critical }: PromqlAlert, { longWindow, shortWindow }: RuleOptions) {
  const excess = show === 'excess';
  const of = (window: string, part: string | undefined, expr: string) => ({
    record: recordedName(measure.id, window, part),
    expr,
  });
  return {
    long: of(longWindow, excess ? 'excess-lower' : undefined, long),
    short: of(shortWindow, excess ? 'excess' : undefined, short),
    ...(critical === undefined ? {} : { critical: of(longWindow, 'critical-value', critical) }),
  };
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
      Object.values(recordsOf(alert, options)).map(({ record, expr }) => [record, expr] as const),
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
  const { long, short, critical } = recordsOf(alert, options);
  const beyondNoise = critical === undefined ? '' : ` and ${isBeyondNoise(measure, long.record, critical.record)}`;
  // With too little traffic the short window has no value, and the long one decides alone.
  const beyond = `${sized(measure, long.record)} ${side === 'above' ? '>' : '<'} ${limit}${beyondNoise}`;
  return {
    alert: alertTitle(alert),
    expr: unlessWithin(measure, beyond, short.record, limit),
    for: options.holdFor,
    labels: alertLabels(alert),
    annotations: alertAnnotations(alert, options, PROMETHEUS_TEMPLATES),
  };
}

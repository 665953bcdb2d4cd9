import { alertsOf, type Alert, type RuleOptions } from './alert.ts';
import { alertAnnotations, PROMETHEUS_TEMPLATES } from './alert-annotations.ts';
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
 * @throws {QueryError} as `alertsOf` does
 */
export function prometheusRules(options: RuleOptions): PrometheusRules {
  const alerts = alertsOf(options);
  return { groups: families(alerts).map((family) => group(family, alerts, options)) };
}

/** Name of the series that a measure is recorded under, such as `driftline:psi:1h`. */
export function recordedName(measure: string, window: string): string {
  return `driftline:${measure.replace(/-/g, '_')}:${window}`;
}

function families(alerts: readonly Alert[]): string[] {
  return [...new Set(alerts.map(({ measure }) => measure.family))];
}

/** One group for each family: its rules run in order, so measures are recorded before their alerts are checked. */
function group(family: string, alerts: readonly Alert[], options: RuleOptions): PrometheusRules['groups'][number] {
  const members = alerts.filter(({ measure }) => measure.family === family);
  const recorded = new Map(
    members.flatMap(({ measure, long, short }) => [
      [recordedName(measure.id, options.longWindow), long] as const,
      [recordedName(measure.id, options.shortWindow), short] as const,
    ]),
  );
  return {
    name: `driftline ${family}`,
    rules: [
      ...[...recorded].map(([record, expr]) => ({ record, expr })),
      ...members.map((alert) => alertingRule(alert, options)),
    ],
  };
}

function alertingRule(alert: Alert, options: RuleOptions): PrometheusRule {
  const { measure, side, limit, severity } = alert;
  const long = recordedName(measure.id, options.longWindow);
  const short = recordedName(measure.id, options.shortWindow);
  // With too little traffic the short window has no value, and the long one decides alone.
  const [beyond, within] = side === 'above' ? ['>', '<='] : ['<', '>='];
  return {
    alert: alertTitle(alert),
    expr: `${long} ${beyond} ${limit} unless ${short} ${within} ${limit}`,
    for: options.holdFor,
    labels: { severity, driftline: measure.family },
    annotations: alertAnnotations(alert, options, PROMETHEUS_TEMPLATES),
  };
}

import { alarmsOf, type Alarm, type RuleOptions } from './alarm.ts';
import { alertName, annotationsOf } from './wording.ts';

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
 * @throws {QueryError} as `alarmsOf` does
 */
export function prometheusRules(options: RuleOptions): PrometheusRules {
  const alarms = alarmsOf(options);
  return { groups: families(alarms).map((family) => group(family, alarms, options)) };
}

/** Name of the series that a measure is recorded under, such as `driftline:psi:1h`. */
export function recordedName(measure: string, window: string): string {
  return `driftline:${measure.replaceAll('-', '_')}:${window}`;
}

function families(alarms: readonly Alarm[]): string[] {
  return [...new Set(alarms.map(({ measure }) => measure.family))];
}

/** One family a group, so that its rules are evaluated in order: what is recorded first is alerted on next. */
function group(family: string, alarms: readonly Alarm[], options: RuleOptions): PrometheusRules['groups'][number] {
  const members = alarms.filter(({ measure }) => measure.family === family);
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
      ...members.map((alarm) => alert(alarm, options)),
    ],
  };
}

function alert(alarm: Alarm, options: RuleOptions): PrometheusRule {
  const { measure, side, threshold, severity } = alarm;
  const over = recordedName(measure.id, options.longWindow);
  const again = recordedName(measure.id, options.shortWindow);
  // A short window with too little traffic has no value, and then the long one decides alone.
  const [beyond, well] = side === 'above' ? ['>', '<='] : ['<', '>='];
  return {
    alert: alertName(alarm),
    expr: `${over} ${beyond} ${threshold} unless ${again} ${well} ${threshold}`,
    for: options.holdFor,
    labels: { severity, driftline: measure.family },
    annotations: annotationsOf(alarm, options, '$value'),
  };
}

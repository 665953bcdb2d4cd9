import { alertsOf, isBeyondNoise, sized, type Alert, type RuleOptions } from './alert.ts';
import { alertAnnotations, GRAFANA_TEMPLATES } from './alert-annotations.ts';
import { alertTitle } from './alert-title.ts';

export interface GrafanaOptions extends RuleOptions {
  /** UID of the Prometheus data source that is asked: Grafana evaluates rules in its back end. */
  readonly dataSource: string;
}

/**
 * Alert rules of Grafana itself, as in a provisioning file. They query each measure in full, so they need no recording
 * rules.
 *
 * @throws {QueryError} as `alertsOf` does
 */
export function grafanaRules(options: GrafanaOptions): object {
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: 1,
        name: 'driftline',
        folder: 'Driftline',
        interval: '1m',
        rules: alertsOf(options).map((alert) => rule(alert, options)),
      },
    ],
  };
}

function rule(alert: Alert, options: GrafanaOptions): object {
  const { measure, side, limit, severity } = alert;
  const [beyond, within] = side === 'above' ? ['gt', '<='] : ['lt', '>='];
  const expr = `${beyondNoise(alert)} unless ${sized(measure, `(${alert.short})`)} ${within} ${limit}`;
  return {
    uid: `driftline-${measure.id}${severity === 'warning' ? '-warning' : ''}`,
    title: alertTitle(alert),
    condition: 'B',
    for: options.holdFor,
    noDataState: 'OK',
    execErrState: 'Error',
    labels: { severity, driftline: measure.family },
    annotations: alertAnnotations(alert, options, GRAFANA_TEMPLATES),
    data: [
      {
        refId: 'A',
        relativeTimeRange: { from: 3600, to: 0 },
        datasourceUid: options.dataSource,
        model: { refId: 'A', expr, instant: true, range: false, editorMode: 'code' },
      },
      {
        refId: 'B',
        relativeTimeRange: { from: 0, to: 0 },
        datasourceUid: '__expr__',
        model: {
          refId: 'B',
          type: 'threshold',
          expression: 'A',
          conditions: [{ evaluator: { type: beyond, params: [limit] } }],
        },
      },
    ],
  };
}

/** What the limit is of over the long window, where noise alone does not reach it. */
function beyondNoise({ long, critical, measure }: Alert): string {
  const value = `(${long})`;
  return critical === undefined ? sized(measure, value) : isBeyondNoise(measure, value, `(${critical})`);
}

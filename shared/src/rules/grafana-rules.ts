import { alarmsOf, type Alarm, type RuleOptions } from './alarm.ts';
import { alertName, annotationsOf } from './wording.ts';

export interface GrafanaOptions extends RuleOptions {
  /** UID of the Prometheus data source that is asked: Grafana evaluates rules in its back end. */
  readonly dataSource: string;
}

/**
 * Alert rules of Grafana itself, as a provisioning file holds them. They ask for each measure in full, so that they
 * need no recording rules.
 *
 * @throws {QueryError} as `alarmsOf` does
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
        rules: alarmsOf(options).map((alarm) => rule(alarm, options)),
      },
    ],
  };
}

function rule(alarm: Alarm, options: GrafanaOptions): object {
  const { measure, side, threshold, severity } = alarm;
  const [beyond, well] = side === 'above' ? ['gt', '<='] : ['lt', '>='];
  const expr = `(${alarm.long}) unless (${alarm.short}) ${well} ${threshold}`;
  return {
    uid: `driftline-${measure.id}${severity === 'warning' ? '-warning' : ''}`,
    title: alertName(alarm),
    condition: 'B',
    for: options.holdFor,
    noDataState: 'OK',
    execErrState: 'Error',
    labels: { severity, driftline: measure.family },
    annotations: annotationsOf(alarm, options, '$values.A.Value'),
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
          conditions: [{ evaluator: { type: beyond, params: [threshold] } }],
        },
      },
    ],
  };
}

import { alertAnnotations, GRAFANA_TEMPLATES } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';
import type { Alert, DescribedAlert, RuleOptions } from './alert.ts';

export interface GrafanaOptions extends RuleOptions {
  /** UID of the data source that is asked: Grafana evaluates rules in its back end. */
  readonly dataSource: string;
}

/** When a value fires an alert, as Grafana's threshold expression has it. */
export type Evaluator =
  | { readonly type: 'gt' | 'lt'; readonly params: readonly [number] }
  | { readonly type: 'outside_range'; readonly params: readonly [number, number] };

interface GrafanaRule {
  readonly alert: Alert;
  /** The query without its letter. */
  readonly model: object;
  readonly evaluator: Evaluator;
}

/** A provisioning file of rules that each have one query and one threshold. */
export function grafanaRuleFile(rules: readonly GrafanaRule[], options: GrafanaOptions): object {
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: 1,
        name: 'driftline',
        folder: 'Driftline',
        interval: '1m',
        rules: rules.map((rule) => ruleOf(rule, options)),
      },
    ],
  };
}

/** Beyond its limit a value fires; one of which neither direction is worse, on both sides. */
export function thresholdOf({ measure, side, limit }: DescribedAlert): Evaluator {
  if (measure.worse === 'neither') return { type: 'outside_range', params: [-limit, limit] };
  return { type: side === 'above' ? 'gt' : 'lt', params: [limit] };
}

function ruleOf({ alert, model, evaluator }: GrafanaRule, options: GrafanaOptions): object {
  const { measure, severity } = alert;
  return {
    uid: `driftline-${measure.id}${severity === 'warning' ? '-warning' : ''}`,
    title: alertTitle(alert),
    condition: 'B',
    for: options.holdFor,
    noDataState: 'OK',
    execErrState: 'Error',
    labels: alertLabels(alert),
    annotations: alertAnnotations(alert, options, GRAFANA_TEMPLATES),
    data: [
      {
        refId: 'A',
        relativeTimeRange: { from: 3600, to: 0 },
        datasourceUid: options.dataSource,
        model: { refId: 'A', ...model },
      },
      {
        refId: 'B',
        relativeTimeRange: { from: 0, to: 0 },
        datasourceUid: '__expr__',
        model: { refId: 'B', type: 'threshold', expression: 'A', conditions: [{ evaluator }] },
      },
    ],
  };
}

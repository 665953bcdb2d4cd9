import { alertAnnotations, GRAFANA_TEMPLATES } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';
import { secondsOf } from '../query/duration.ts';
import { DEFAULT_KEEP_FIRING_FOR, type Alert, type DescribedAlert, type RuleOptions } from './alert.ts';

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
        interval: INTERVAL,
        rules: rules.map((rule) => ruleOf(rule, options, rules)),
      },
    ],
  };
}

/** Beyond its limit a value fires; one of which neither direction is worse, on both sides. */
export function thresholdOf({ measure, side, limit }: DescribedAlert): Evaluator {
  if (measure.worse === 'neither') return { type: 'outside_range', params: [-limit, limit] };
  return { type: side === 'above' ? 'gt' : 'lt', params: [limit] };
}

/** How often rules are evaluated. */
const INTERVAL = '1m';

/** Grafana takes at most forty characters. */
const LONGEST_UID = 40;

function uidOf({ measure, severity }: Alert): string {
  const name = `${measure.id}${severity === 'warning' ? '-warning' : ''}`;
  const uid = `driftline-${name}`;
  return uid.length <= LONGEST_UID ? uid : `dl-${name}`;
}

const isTelemetry = ({ alert }: Pick<GrafanaRule, 'alert'>): boolean => alert.measure.id === 'telemetry-lost';

function ruleOf(
  { alert, model, evaluator }: GrafanaRule,
  options: GrafanaOptions,
  all: readonly GrafanaRule[],
): object {
  const { keepFiringFor = DEFAULT_KEEP_FIRING_FOR } = options;
  return {
    uid: uidOf(alert),
    title: alertTitle(alert),
    condition: 'B',
    for: options.holdFor,
    // A series that is over has no value, and Grafana keeps such an alert for so many evaluations; where no series has one,
    // for so long. One evaluation more, since the value may have gone just before the first.
    keepFiringFor,
    missing_series_evals_to_resolve: Math.ceil(secondsOf(keepFiringFor) / secondsOf(INTERVAL)) + 1,
    // No value is the usual state of a query that leaves out what is fine. That nothing arrives at all has its own rule.
    noDataState: 'OK',
    // When the store is down, one rule says it: all would be as many alerts about one incident.
    execErrState: all.some(isTelemetry) && !isTelemetry({ alert }) ? 'KeepLast' : 'Error',
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

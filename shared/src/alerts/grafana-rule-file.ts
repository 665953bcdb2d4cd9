import { alertAnnotations, GRAFANA_TEMPLATES, queriedObservations } from './alert-annotations.ts';
import { alertLabels } from './alert-labels.ts';
import { alertTitle } from './alert-title.ts';
import { secondsOf } from '../query/duration.ts';
import { DEFAULT_KEEP_FIRING_FOR, type Alert, type DescribedAlert, type RuleOptions } from './alert.ts';
import { onlyFeature } from './rule-limits.ts';
import { folderOf, groupName, ruleUid, scopeLabels, titleEnd } from './rule-scope.ts';

export interface GrafanaOptions extends RuleOptions {
  /** UID of the data source that is asked: Grafana evaluates rules in its back end. */
  readonly dataSource: string;
}

/** When a value fires an alert, as Grafana's threshold expression has it. */
export type Evaluator =
  | { readonly type: 'gt' | 'lt'; readonly params: readonly [number] }
  | { readonly type: 'outside_range'; readonly params: readonly [number, number] };

interface GrafanaRule<Model> {
  readonly alert: Alert;
  /** The query without its letter. */
  readonly model: Model;
  readonly evaluator: Evaluator;
  /** A further query, for how many observations a value rests on. Nothing but the message reads it. */
  readonly observations?: Model;
}

/** The rules of one scope. */
export interface GrafanaGroup<Model> {
  readonly rules: readonly GrafanaRule<Model>[];
  readonly options: GrafanaOptions;
}

/** A provisioning file of Grafana: what tells its rules apart and what they ask, besides what only Grafana reads. */
export interface GrafanaRuleFile<Model = object> {
  readonly apiVersion: 1;
  readonly groups: readonly GrafanaRuleGroup<Model>[];
}

type Others = Readonly<Record<string, unknown>>;

type GrafanaRuleGroup<Model> = Others & {
  readonly name: string;
  readonly folder: string;
  readonly rules: readonly ProvisionedRule<Model>[];
};

type ProvisionedRule<Model> = Others & {
  readonly uid: string;
  readonly title: string;
  readonly data: readonly [Others & { readonly model: Model }, Others, ...(readonly Others[])];
};

/** A provisioning file of rules that each have one query and one threshold. */
export function grafanaRuleFile<Model extends object>(groups: readonly GrafanaGroup<Model>[]): GrafanaRuleFile<Model> {
  const all = groups.flatMap(({ rules }) => rules);
  return { apiVersion: 1, groups: groups.map((group) => groupOf(group, all)) };
}

function groupOf<Model extends object>(
  { rules, options }: GrafanaGroup<Model>,
  all: readonly GrafanaRule<Model>[],
): GrafanaRuleGroup<Model> {
  const { scope = {} } = options;
  return {
    orgId: 1,
    name: unexpanded(groupName(scope)),
    folder: unexpanded(folderOf(scope)),
    interval: INTERVAL,
    rules: rules.map((rule) => ruleOf(rule, options, all)),
  };
}

/** A text in which Grafana finds no environment variable to put in. It looks for none in annotations and queries. */
const unexpanded = (text: string): string => text.replace(/\$/g, '$$$$');

/** Beyond its limit a value fires; one of which neither direction is worse, on both sides. */
export function thresholdOf({ measure, side, limit }: DescribedAlert): Evaluator {
  if (measure.worse === 'neither') return { type: 'outside_range', params: [-limit, limit] };
  return { type: side === 'above' ? 'gt' : 'lt', params: [limit] };
}

const unexpandedLabels = (labels: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(labels).map(([label, value]) => [label, unexpanded(value)]));

/** How often rules are evaluated. */
const INTERVAL = '1m';

const isTelemetry = ({ alert }: Pick<GrafanaRule<object>, 'alert'>): boolean => alert.measure.id === 'telemetry-lost';

function ruleOf<Model extends object>(
  { alert, model, evaluator, observations }: GrafanaRule<Model>,
  options: GrafanaOptions,
  all: readonly GrafanaRule<Model>[],
): ProvisionedRule<Model> {
  const { measure, severity, features } = alert;
  const { scope = {}, keepFiringFor = DEFAULT_KEEP_FIRING_FOR } = options;
  const feature = onlyFeature(features);
  return {
    uid: ruleUid(scope, `${measure.id}${severity === 'warning' ? '-warning' : ''}`, feature),
    title: unexpanded(`${alertTitle(alert)}${titleEnd(scope, feature)}`),
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
    labels: { ...alertLabels(alert), ...unexpandedLabels(scopeLabels(scope, feature)) },
    annotations: {
      ...alertAnnotations(alert, options, GRAFANA_TEMPLATES),
      ...(observations === undefined ? {} : queriedObservations('C')),
    },
    data: [
      queryOf('A', model, options),
      {
        refId: 'B',
        relativeTimeRange: { from: 0, to: 0 },
        datasourceUid: '__expr__',
        model: { refId: 'B', type: 'threshold', expression: 'A', conditions: [{ evaluator }] },
      },
      ...(observations === undefined ? [] : [queryOf('C', observations, options)]),
    ],
  };
}

function queryOf<Model extends object>(
  refId: string,
  model: Model,
  { dataSource }: GrafanaOptions,
): Others & { readonly model: Model } {
  return {
    refId,
    relativeTimeRange: { from: 3600, to: 0 },
    datasourceUid: dataSource,
    model: { refId, ...model },
  };
}

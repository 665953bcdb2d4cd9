import { groupName, type RuleScope } from './rule-scope.ts';

/** A rule file of Prometheus, Mimir, Thanos or vmalert. */
export interface PrometheusRules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusRule[] }[];
}

export type PrometheusRule = RecordingRule | AlertingRule;

export interface RecordingRule {
  readonly record: string;
  readonly expr: string;
  readonly labels?: Readonly<Record<string, string>>;
}

interface AlertingRule {
  readonly alert: string;
  readonly expr: string;
  readonly for: string;
  readonly keep_firing_for: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
}

/** What is recorded of a measure, and the alerts that read it. Measures of one family may share a record. */
export interface MeasureRules {
  readonly family: string;
  readonly records: readonly RecordingRule[];
  readonly alerts: readonly PrometheusRule[];
}

type Group = PrometheusRules['groups'][number];

/** One group for each family: its rules run in order, so measures are recorded before their alerts are checked. */
export function familyGroups(measures: readonly MeasureRules[], scope: RuleScope = {}): Group[] {
  return byFamily(measures).map(([first, ...others]) => ({
    name: groupName(scope, first.family),
    rules: inOrder([first, ...others]),
  }));
}

/**
 * As few groups as hold so many rules at most, in which measures are recorded before their alerts are checked. Where a
 * family does not fit into one, its measures follow one another, and an alert that is in another group than what it reads
 * sees what the last evaluation recorded.
 */
export function splitGroups(measures: readonly MeasureRules[], most: number, scope: RuleScope = {}): Group[] {
  const groups: PrometheusRule[][] = [];
  const add = (rules: readonly PrometheusRule[]): void => {
    const open = groups.find((group) => group.length + rules.length <= most);
    if (open !== undefined) open.push(...rules);
    else for (let at = 0; at < rules.length; at += most) groups.push(rules.slice(at, at + most));
  };
  for (const members of byFamily(measures)) {
    const all = inOrder(members);
    if (all.length <= most) add(all);
    else {
      const recorded = new Set<string>();
      for (const { records, alerts } of members) {
        add([...records.filter(({ record }) => !recorded.has(record)), ...alerts]);
        for (const { record } of records) recorded.add(record);
      }
    }
  }
  return groups.map((rules, i) => ({ name: groupName(scope, i === 0 ? undefined : `(${i + 1})`), rules }));
}

type Members = readonly [MeasureRules, ...MeasureRules[]];

function byFamily(measures: readonly MeasureRules[]): Members[] {
  const families = [...new Set(measures.map(({ family }) => family))];
  return families.map((family) => measures.filter((each) => each.family === family) as unknown as Members);
}

/** Each record once, and then the alerts. */
function inOrder(members: readonly MeasureRules[]): PrometheusRule[] {
  const records = new Map(members.flatMap(({ records }) => records.map((each) => [each.record, each] as const)));
  return [...records.values(), ...members.flatMap(({ alerts }) => alerts)];
}

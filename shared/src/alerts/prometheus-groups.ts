import { QueryError } from '../query/query-error.ts';
import { groupName, type RuleScope } from './rule-scope.ts';

/** A rule file of Prometheus, Mimir, Thanos or vmalert. */
export interface PrometheusRules {
  readonly groups: readonly { readonly name: string; readonly rules: readonly PrometheusRule[] }[];
}

export type PrometheusRule =
  | { readonly record: string; readonly expr: string; readonly labels?: Readonly<Record<string, string>> }
  | {
      readonly alert: string;
      readonly expr: string;
      readonly for: string;
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations: Readonly<Record<string, string>>;
    };

/** What is recorded of a measure, and the alerts that read it. */
export interface MeasureRules {
  readonly id: string;
  readonly family: string;
  readonly records: readonly PrometheusRule[];
  readonly alerts: readonly PrometheusRule[];
}

type Group = PrometheusRules['groups'][number];

/** One group for each family: its rules run in order, so measures are recorded before their alerts are checked. */
export function familyGroups(measures: readonly MeasureRules[], scope: RuleScope = {}): Group[] {
  return [...new Set(measures.map(({ family }) => family))].map((family) => {
    const members = measures.filter((each) => each.family === family);
    return {
      name: groupName(scope, family),
      rules: [...members.flatMap(({ records }) => records), ...members.flatMap(({ alerts }) => alerts)],
    };
  });
}

/**
 * As few groups as hold so many rules at most, in which measures are recorded before their alerts are checked. Alerts that
 * no group holds together with what they read follow in further ones, and read what the last evaluation recorded.
 *
 * @throws {QueryError} for so few that the records of a measure and one alert do not fit
 */
export function splitGroups(measures: readonly MeasureRules[], most: number, scope: RuleScope = {}): Group[] {
  const groups: PrometheusRule[][] = [];
  for (const { id, records, alerts } of measures) {
    if (records.length + 1 > most) {
      throw new QueryError(
        `Groups of ${most} are too small for ${id}, which has ${records.length} recording rules before its alerts: ` +
          `split into ${records.length + 1} or more.`,
      );
    }
    const rules = [...records, ...alerts];
    const fits = (group: readonly PrometheusRule[]): boolean => group.length + rules.length <= most;
    const open = groups.find(fits);
    if (open !== undefined) open.push(...rules);
    else for (let at = 0; at < rules.length; at += most) groups.push(rules.slice(at, at + most));
  }
  return groups.map((rules, i) => ({ name: groupName(scope, i === 0 ? undefined : `(${i + 1})`), rules }));
}

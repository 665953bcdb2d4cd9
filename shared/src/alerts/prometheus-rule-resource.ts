import type { PrometheusRules } from './prometheus-groups.ts';
import type { RuleScope } from './rule-scope.ts';

/** The resource `PrometheusRule` of the Prometheus Operator, which Prometheus, Thanos Ruler and Grafana Alloy load. */
export interface PrometheusRuleResource {
  readonly apiVersion: 'monitoring.coreos.com/v1';
  readonly kind: 'PrometheusRule';
  readonly metadata: { readonly name: string };
  readonly spec: PrometheusRules;
}

/**
 * The rules as a resource of Kubernetes, named after the team. Its labels, by which a Prometheus selects it, and its
 * namespace are set where it is applied.
 */
export function prometheusRuleResource(rules: PrometheusRules, { team }: RuleScope = {}): PrometheusRuleResource {
  return {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PrometheusRule',
    metadata: { name: team === undefined ? 'driftline' : `driftline-${team}` },
    spec: rules,
  };
}

import {
  DEFAULT_RULE_OPTIONS,
  grafanaRules,
  prometheusRules,
  type PrometheusRules,
  type RuleOptions,
} from '@driftline/shared';

/** UID of the data source that is provisioned. */
const DATA_SOURCE = 'driftline';

/** Alert rules to copy into a Grafana: what `driftline rules --format grafana` writes by default. */
export function defaultGrafanaRules(): object {
  return grafanaRules({ ...DEFAULT_RULE_OPTIONS, dataSource: DATA_SOURCE });
}

/** The same alerts as fast as a demo needs them: an act of two minutes crosses each limit, and the next one resolves it. */
export const DEMO: RuleOptions = {
  ...DEFAULT_RULE_OPTIONS,
  longWindow: '90s',
  shortWindow: '45s',
  holdFor: '15s',
  keepFiringFor: '15s',
};

/** Alert rules that `docker compose up` provisions in Grafana. */
export function demoGrafanaRules(): object {
  return grafanaRules({ ...DEMO, dataSource: DATA_SOURCE });
}

/** Alert rules that `docker compose up` gives to Prometheus or vmalert. */
export function demoRules(): PrometheusRules {
  return prometheusRules(DEMO);
}

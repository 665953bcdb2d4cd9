import { DEFAULT_RULE_OPTIONS, grafanaRules } from '@driftline/shared';

/** Alert rules that `docker compose up` provisions: what `driftline rules --format grafana` writes by default. */
export function defaultGrafanaRules(): object {
  return grafanaRules({ ...DEFAULT_RULE_OPTIONS, dataSource: 'driftline' });
}

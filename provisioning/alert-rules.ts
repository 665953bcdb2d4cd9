import { readFileSync } from 'node:fs';
import {
  grafanaRules,
  prometheusRules,
  readAlertConfig,
  ruleOptionsOf,
  type PrometheusRules,
  type RuleOptions,
} from '@driftline/shared';

/** What `driftline rules --config FILE --format grafana` writes. */
export function grafanaRulesOf(file: string): object {
  return grafanaRules(...scopesOf(file).map((scope) => ({ ...scope, dataSource: 'driftline' })));
}

/** What `driftline rules --config FILE` writes. */
export function prometheusRulesOf(file: string): PrometheusRules {
  return prometheusRules(...scopesOf(file));
}

/** @param file - from this folder */
function scopesOf(file: string): RuleOptions[] {
  const text = readFileSync(new URL(file, import.meta.url), 'utf8');
  return ruleOptionsOf(readAlertConfig(text, `provisioning/${file}`));
}

import { DEFAULT_RULE_OPTIONS, promqlAlertsOf, type PromqlAlert, type RuleOptions } from '../../src/alerts/alert.ts';
import type { MeasureId } from '../../src/measures/registry.ts';

/** The critical alert of one measure, at its own limit unless one is given. */
export function alertOf(measure: MeasureId, limit?: number, query: RuleOptions['query'] = {}): PromqlAlert {
  const alerts = promqlAlertsOf({ ...DEFAULT_RULE_OPTIONS, alerts: new Map([[measure, limit]]), query });
  const alert = alerts.find(({ severity }) => severity === 'critical');
  if (alert === undefined) throw new Error(`${measure} has no critical alert.`);
  return alert;
}

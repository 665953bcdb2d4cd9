import { sized, unlessOver, whileActive } from '../compiler/resolved-by.ts';
import { isBeyondNoise, namesObservations, promqlAlertsOf, type PromqlAlert } from './alert.ts';
import { grafanaRuleFile, type GrafanaOptions, type GrafanaRuleFile } from './grafana-rule-file.ts';

/** A query of Grafana's Prometheus data source. */
interface PrometheusQuery {
  readonly expr: string;
}

/**
 * Alert rules of Grafana for those who may not install a plugin: on a Prometheus data source, each measure in full, so
 * they need no recording rules.
 *
 * @param scopes - models that have the same options, each a group of its own
 * @throws {QueryError} as `promqlAlertsOf` does
 */
export function grafanaPromqlRules(...scopes: readonly GrafanaOptions[]): GrafanaRuleFile<PrometheusQuery> {
  return grafanaRuleFile(
    scopes.map((options) => ({
      options,
      rules: promqlAlertsOf(options).map((alert) => ({
        alert,
        model: instant(exprOf(alert)),
        // The expression has the size of the value already.
        evaluator: { type: alert.side === 'above' ? 'gt' : 'lt', params: [alert.limit] },
        ...(alert.observations !== undefined && namesObservations(alert)
          ? { observations: instant(alert.observations) }
          : {}),
      })),
    })),
  );
}

const instant = (expr: string) => ({ expr, instant: true, range: false, editorMode: 'code' });

function exprOf(alert: PromqlAlert): string {
  const { measure, long, short, activity, limit } = alert;
  const values = beyondNoise(alert);
  if (short === undefined) return values;
  const critical = alert.supersededAt;
  const limits = critical === undefined ? { limit } : { limit, supersededAt: critical };
  const unresolved = unlessOver(measure, { long: `(${long})`, short: `(${short})` }, limits, values);
  return activity === undefined ? unresolved : whileActive(unresolved, activity.per, `(${activity.promql})`);
}

/** What the limit is of over the long window, where noise alone does not reach it. */
function beyondNoise({ long, critical, measure }: PromqlAlert): string {
  const value = `(${long})`;
  return critical === undefined ? sized(measure, value) : isBeyondNoise(measure, value, `(${critical})`);
}

import type { MeasureQuery } from '../query/measure-query.ts';
import { QUERY_SCHEMA_VERSION } from '../query/saved-query.ts';
import { alertsOf, isEvent, longWindowOf, namesObservations, type Alert } from './alert.ts';
import { grafanaRuleFile, thresholdOf, type GrafanaOptions, type GrafanaRuleFile } from './grafana-rule-file.ts';

/**
 * Alert rules of Grafana itself, as in a provisioning file, on the Driftline data source: each is one query, which leaves
 * out what noise alone reaches and what is over by now, and one threshold.
 *
 * @param scopes - models that have the same options, each a group of its own
 * @throws {QueryError} as `alertsOf` does
 */
export function grafanaRules(...scopes: readonly GrafanaOptions[]): GrafanaRuleFile {
  return grafanaRuleFile(
    scopes.map((options) => ({
      options,
      rules: alertsOf(options).map((alert) => {
        const datasource = { type: 'driftline-model-datasource', uid: options.dataSource };
        return {
          alert,
          model: { datasource, ...queryOf(alert, options) },
          evaluator: thresholdOf(alert),
          ...(namesObservations(alert) ? { observations: { datasource, ...observationsOf(alert, options) } } : {}),
        };
      }),
    })),
  );
}

/** The query as its editor saves it: what a query lacks is as usual. */
function queryOf(alert: Alert, options: GrafanaOptions): Readonly<Record<string, unknown>> {
  const { measure, query, matchers, significance, show } = alert;
  const { where: _, ...asked } = options.query ?? {};
  const { where } = query;
  const narrowed = Object.entries(where).filter(([, values]) => values.length > 0);
  const isHeldAgainstNoise = measure.hasCriticalValue || show === 'excess';
  return {
    measure: measure.id,
    ...(narrowed.length === 0 ? {} : { where: Object.fromEntries(narrowed) }),
    ...(matchers.length === 0 ? {} : { labelFilters: matchers }),
    ...asked,
    ...(query.batchModels === undefined ? {} : { batchModels: query.batchModels }),
    window: longWindowOf(measure, options),
    ...(show === 'value' ? {} : { show }),
    ...(isHeldAgainstNoise ? { significance } : {}),
    ...(isEvent(measure) ? {} : { resolvedBy: resolvedBy(alert, options) }),
    instant: true,
    schemaVersion: QUERY_SCHEMA_VERSION,
  };
}

/** The query of how many observations the value rests on. */
function observationsOf(alert: Alert, options: GrafanaOptions): object {
  const { significance: _, resolvedBy: __, ...query } = queryOf(alert, options);
  return { ...query, show: 'observations' };
}

function resolvedBy(alert: Alert, { shortWindow }: GrafanaOptions): NonNullable<MeasureQuery['resolvedBy']> {
  const critical = alert.supersededAt;
  const resolved = { window: shortWindow, limit: alert.limit };
  return critical === undefined ? resolved : { ...resolved, supersededAt: critical };
}

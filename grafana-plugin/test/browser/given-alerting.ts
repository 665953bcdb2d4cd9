import type { Alerting } from '../../workbench/server/grafana/alerting.ts';

/**
 * A rule of the drift of `income` that fires for age, which is silenced for two hours, in the shapes of Grafana
 * 12.4.
 *
 * @param now - milliseconds since 1970
 */
export function givenAlerting(now: number): Alerting {
  const at = (ago: number): string => new Date(now - ago).toISOString();
  const labels = { driftline: 'drift', model: 'income', severity: 'critical' };
  const alert = (feature: string) => ({
    labels: {
      ...labels,
      alertname: 'Feature drift: PSI of income',
      grafana_folder: 'Driftline',
      ml_model_name: 'income',
      ml_feature_name: feature,
    },
    annotations: { summary: `PSI of ${feature}` },
    state: 'Alerting',
    activeAt: at(12 * 60_000),
    value: '1e+00',
  });
  const rule = {
    state: 'firing',
    name: 'Feature drift: PSI of income',
    query: '[{"refId":"A","datasourceUid":"driftline","model":{"measure":"psi","refId":"A"}}]',
    duration: 300,
    activeAt: at(12 * 60_000),
    alerts: [alert('age')],
    uid: 'dl-psi-income',
    folderUid: 'fg5bqkckriznkd',
    labels,
    health: 'ok',
    type: 'alerting',
    lastEvaluation: at(20_000),
    isPaused: false,
  };
  const silence = {
    comment: 'known: retraining tonight',
    createdBy: 'ada',
    endsAt: at(-2 * 3_600_000),
    id: '0ea96ce1-7ddd-4389-9548-354fe12abd85',
    matchers: [{ isEqual: true, isRegex: false, name: 'ml_feature_name', value: 'age' }],
    startsAt: at(60_000),
    status: { state: 'active' },
    updatedAt: at(60_000),
  };
  return {
    groups: [{ name: 'driftline', file: 'Driftline', folderUid: 'fg5bqkckriznkd', rules: [rule], interval: 60 }],
    silences: [silence],
  };
}

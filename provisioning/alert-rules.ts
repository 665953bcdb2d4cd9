import { compile, DEFAULT_QUERY, measureById } from '@driftline/shared';

/** Time over which an alert rule counts observations. */
const WINDOW = '15m';

/**
 * Grafana's alert rule for drift: one alert for each feature of each model whose PSI stays above the threshold. It asks
 * the Prometheus data source, because Grafana evaluates rules in its back end, where data sources without one of their
 * own cannot be asked.
 */
export function driftRules(): object {
  const { promql, measure } = compile({ ...DEFAULT_QUERY, measure: 'psi', window: WINDOW });
  const threshold = measureById(measure.id).thresholds?.alarm;
  if (threshold === undefined) throw new Error('The PSI has no threshold to alert on: give it one in shared/.');
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: 1,
        name: 'driftline',
        folder: 'Driftline',
        interval: '1m',
        rules: [
          {
            uid: 'driftline-psi',
            title: 'A feature has drifted',
            condition: 'B',
            for: '5m',
            noDataState: 'OK',
            execErrState: 'Error',
            labels: { severity: 'warning' },
            annotations: {
              summary:
                'PSI of {{ $labels.ml_feature_name }} of {{ $labels.ml_model_name }} {{ $labels.ml_model_version }} ' +
                `is {{ printf "%.2f" $values.A.Value }}, above ${threshold}`,
              description:
                'The live values no longer spread as the training data did. Look at the distribution of the feature: ' +
                'a fault upstream is to be mended there; if the world has changed, train the model anew.',
            },
            data: [
              {
                refId: 'A',
                relativeTimeRange: { from: 900, to: 0 },
                datasourceUid: 'prometheus',
                model: { refId: 'A', expr: promql, instant: true, range: false, editorMode: 'code' },
              },
              {
                refId: 'B',
                relativeTimeRange: { from: 0, to: 0 },
                datasourceUid: '__expr__',
                model: {
                  refId: 'B',
                  type: 'threshold',
                  expression: 'A',
                  conditions: [{ evaluator: { type: 'gt', params: [threshold] } }],
                },
              },
            ],
          },
        ],
      },
    ],
  };
}

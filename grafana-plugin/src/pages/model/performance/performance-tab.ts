import { VizPanel } from '@grafana/scenes';
import { answerPanel, hasLastValue } from '../../scenes/answer-panel.ts';
import { EdgesVariable, edgesOf } from '../../scenes/edges-variable.ts';
import { questionRunner, type Questions, type ValueOf } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { DELAYS, PERFORMANCE_MEASURES, SCORE_MEASURES } from '../../values/measures.ts';
import { PerformanceView } from './PerformanceView.tsx';

/** Measures that are drawn over time. */
const LINES = [
  'accuracy',
  'accuracy-drop',
  'roc-auc',
  'brier-score',
  'expected-calibration-error',
  'mean-absolute-error',
  'root-mean-squared-error',
  'bias',
];

/** What tells scores apart: a version may have those of several classes. */
const OF_SCORE = ['ml_model_version', 'ml_score_class'];

/** How right a model is, once outcomes are known. */
export function performanceTab(model: string): QueriedView {
  const errors = `ml_outcome_error{ml_model_name=${JSON.stringify(model)}}`;
  return new QueriedView({
    View: PerformanceView,
    model,
    variables: [new EdgesVariable({ name: 'errorEdges', selector: errors })],
    main: questionRunner(
      (valueOf) => ({
        ...Object.fromEntries(
          ['accuracy-drop', 'throughput', ...Object.keys({ ...PERFORMANCE_MEASURES, ...SCORE_MEASURES })].map(
            (measure) => [measure, question(model, measure, valueOf, { format: 'table' })],
          ),
        ),
        ...Object.fromEntries(
          Object.entries(DELAYS).map(([name, quantile]) => [
            name,
            question(model, 'label-delay', valueOf, { quantile, format: 'table' }),
          ]),
        ),
        ...Object.fromEntries(LINES.map((measure) => [lineId(measure), question(model, measure, valueOf)])),
        confusion: question(model, 'accuracy', valueOf, { format: 'confusion' }),
      }),
      { variables: ['baseline'] },
    ),
    panels: {
      confusion: answerPanel({
        title: 'Confusion matrix',
        pluginId: 'driftline-confusion-panel',
        refIds: ['confusion'],
        // The matrix of a version that predicts no more is none of now.
        isDrawn: hasLastValue,
      }),
      accuracy: answerPanel({
        title: 'Accuracy over time',
        pluginId: 'timeseries',
        refIds: { [lineId('accuracy')]: {} },
      }),
      drop: answerPanel({
        title: 'Accuracy drop over time',
        description: 'How far the accuracy is below that of the baseline',
        pluginId: 'driftline-drift-panel',
        refIds: { [lineId('accuracy-drop')]: {} },
      }),
      ranking: answerPanel({
        title: 'ROC AUC over time',
        description: 'How well the score puts positives above negatives: 1 is perfect, 0.5 is chance',
        pluginId: 'timeseries',
        refIds: { [lineId('roc-auc')]: { by: OF_SCORE, unit: 'none' } },
      }),
      calibration: answerPanel({
        title: 'Calibration over time',
        description: 'Calibration error and Brier score: 0 is perfect',
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: {
          [lineId('expected-calibration-error')]: { name: 'Error', by: OF_SCORE, unit: 'none' },
          [lineId('brier-score')]: { name: 'Brier', by: OF_SCORE, unit: 'none' },
        },
      }),
      error: answerPanel({
        title: 'Error over time',
        description: 'Mean absolute error, and root mean squared error',
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: {
          [lineId('mean-absolute-error')]: { name: 'MAE' },
          [lineId('root-mean-squared-error')]: { name: 'RMSE' },
        },
      }),
      bias: answerPanel({
        title: 'Bias over time',
        description: 'Mean of prediction minus actual value: above 0, predictions are too high',
        pluginId: 'timeseries',
        refIds: { [lineId('bias')]: {} },
      }),
      errors: new VizPanel({
        title: 'Absolute errors',
        description: 'Share of the predictions by how far they are off, now and a day earlier',
        pluginId: 'driftline-distribution-panel',
        options: {},
        $data: questionRunner((valueOf) => errorQuestions(model, valueOf), { variables: ['errorEdges', 'version'] }),
      }),
    },
  });
}

/** The distribution of the errors of a regression; nothing to ask of what counts none. */
function errorQuestions(model: string, valueOf: ValueOf): Questions {
  const edges = edgesOf(valueOf('errorEdges'));
  if (edges.length === 0) return {};
  const versions = valueOf('version').split(',');
  const chosen = versions.some((version) => version === '' || version === '$__all') ? '' : `, ${versionsIn(versions)}`;
  const selector = `ml_outcome_error{ml_model_name=${JSON.stringify(model)}${chosen}}`;
  return {
    errors: {
      measure: 'psi',
      of: { kind: 'histogram', selector, edges, by: ['ml_model_version'] },
      baseline: { kind: 'earlier', offset: '1d' },
      format: 'distribution',
    },
  };
}

function versionsIn(versions: readonly string[]): string {
  const pattern = versions.map((version) => version.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|');
  return `ml_model_version=~${JSON.stringify(pattern)}`;
}

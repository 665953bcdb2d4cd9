import { t } from '@grafana/i18n';
import { VizPanel } from '@grafana/scenes';
import { answerPanel, hasLastValue } from '../../scenes/answer-panel.ts';
import { EdgesVariable, edgesOf } from '../../scenes/edges-variable.ts';
import { questionRunner, type Questions, type ValueOf } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { DELAYS, estimatedMeasures, performanceMeasures, scoreMeasures } from '../../values/measures.ts';
import { PerformanceView } from './PerformanceView.tsx';

/** Measures that are drawn over time. */
const LINES = [
  'accuracy',
  'accuracy-drop',
  'suspicion',
  'estimated-accuracy',
  'roc-auc',
  'brier-score',
  'expected-calibration-error',
  'mean-absolute-error',
  'root-mean-squared-error',
  'bias',
];

/** Measures that tables of their own show. */
const TABLES = ['accuracy-drop', 'estimated-accuracy-drop', 'throughput', 'residual', 'suspicion', 'total-variation'];

/** What tells scores apart: a version may have those of several classes. */
const OF_SCORE = ['ml_model_version', 'ml_score_class'];

const tableMeasures = () => ({ ...performanceMeasures(), ...scoreMeasures(), ...estimatedMeasures() });

/** How right a model is, once outcomes are known, and how right it is expected to be before. */
export function performanceTab(model: string): QueriedView {
  const errors = `ml_outcome_error{ml_model_name=${JSON.stringify(model)}}`;
  return new QueriedView({
    View: PerformanceView,
    model,
    variables: [new EdgesVariable({ name: 'errorEdges', selector: errors })],
    main: questionRunner(
      (valueOf) => ({
        ...Object.fromEntries(
          [...TABLES, ...Object.keys(tableMeasures())].map((measure) => [
            measure,
            question(model, measure, valueOf, { format: 'table' }),
          ]),
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
        title: t('pages.performance-tab.title.confusion-matrix', 'Confusion matrix'),
        pluginId: 'driftline-confusion-panel',
        refIds: ['confusion'],
        // The matrix of a version that predicts no more is none of now.
        isDrawn: hasLastValue,
      }),
      accuracy: answerPanel({
        title: t('pages.performance-tab.title.accuracy-over-time', 'Accuracy over time'),
        pluginId: 'timeseries',
        refIds: { [lineId('accuracy')]: {} },
      }),
      estimated: answerPanel({
        title: t('pages.performance-tab.title.expected-accuracy-over-time', 'Accuracy over time, expected and seen'),
        description: t(
          'pages.performance-tab.description.expected-accuracy',
          'Expected when a prediction is made; seen when its label arrives, later by the median delay',
        ),
        pluginId: 'timeseries',
        refIds: {
          [lineId('estimated-accuracy')]: { name: t('pages.performance-tab.expected', 'Expected') },
          [lineId('accuracy')]: { name: t('pages.performance-tab.seen', 'Seen') },
        },
      }),
      drop: answerPanel({
        title: t('pages.performance-tab.title.accuracy-drop-over-time', 'Accuracy drop over time'),
        description: t(
          'pages.performance-tab.description.accuracy-below-baseline',
          'How far the accuracy is below that of the baseline',
        ),
        pluginId: 'driftline-drift-panel',
        refIds: { [lineId('accuracy-drop')]: {} },
      }),
      suspects: answerPanel({
        title: t('pages.performance-tab.title.suspects-over-time', 'Suspects over time'),
        description: t(
          'pages.performance-tab.description.suspects',
          'How far each feature has moved, times its importance to the model',
        ),
        pluginId: 'driftline-drift-panel',
        refIds: [lineId('suspicion')],
      }),
      ranking: answerPanel({
        title: t('pages.performance-tab.title.roc-auc-over-time', 'ROC AUC over time'),
        description: t(
          'pages.performance-tab.description.roc-auc',
          'How well the score puts positives above negatives: 1 is perfect, 0.5 is chance',
        ),
        pluginId: 'timeseries',
        refIds: { [lineId('roc-auc')]: { by: OF_SCORE, unit: 'none' } },
      }),
      calibration: answerPanel({
        title: t('pages.performance-tab.title.calibration-over-time', 'Calibration over time'),
        description: t(
          'pages.performance-tab.description.calibration-error-brier-score-perfect',
          'Calibration error and Brier score: 0 is perfect',
        ),
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: {
          [lineId('expected-calibration-error')]: {
            name: t('pages.performance-tab.calibration-error', 'Error'),
            by: OF_SCORE,
            unit: 'none',
          },
          [lineId('brier-score')]: { name: t('pages.performance-tab.brier', 'Brier'), by: OF_SCORE, unit: 'none' },
        },
      }),
      error: answerPanel({
        title: t('pages.performance-tab.title.error-over-time', 'Error over time'),
        description: t(
          'pages.performance-tab.description.absolute-error-squared',
          'Mean absolute error, and root mean squared error',
        ),
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: {
          [lineId('mean-absolute-error')]: { name: t('pages.measure-names.mean-absolute-error', 'MAE') },
          [lineId('root-mean-squared-error')]: { name: t('pages.performance-tab.rmse', 'RMSE') },
        },
      }),
      bias: answerPanel({
        title: t('pages.performance-tab.title.bias-over-time', 'Bias over time'),
        description: t(
          'pages.performance-tab.description.bias',
          'Mean of prediction minus actual value: above 0, predictions are too high',
        ),
        pluginId: 'timeseries',
        refIds: { [lineId('bias')]: {} },
      }),
      errors: new VizPanel({
        title: t('pages.performance-tab.title.absolute-errors', 'Absolute errors'),
        description: t(
          'pages.performance-tab.description.absolute-errors',
          'Share of the predictions by how far they are off, now and a day earlier',
        ),
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

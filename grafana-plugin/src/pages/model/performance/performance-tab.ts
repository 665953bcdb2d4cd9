import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { PERFORMANCE_MEASURES } from '../../values/measures.ts';
import { PerformanceView } from './PerformanceView.tsx';

/** How right a model is, once outcomes are known. */
export function performanceTab(model: string): QueriedView {
  return new QueriedView({
    View: PerformanceView,
    model,
    main: questionRunner(
      (valueOf) => ({
        ...Object.fromEntries(
          ['accuracy-drop', 'throughput', ...Object.keys(PERFORMANCE_MEASURES)].map((measure) => [
            measure,
            question(model, measure, valueOf, { format: 'table' }),
          ]),
        ),
        ...Object.fromEntries(
          ['accuracy', 'accuracy-drop', 'mean-absolute-error', 'bias'].map((measure) => [
            lineId(measure),
            question(model, measure, valueOf),
          ]),
        ),
        confusion: question(model, 'accuracy', valueOf, { format: 'confusion' }),
      }),
      { variables: ['baseline'] },
    ),
    panels: {
      confusion: answerPanel({
        title: 'Confusion matrix',
        pluginId: 'driftline-confusion-panel',
        refIds: ['confusion'],
      }),
      accuracy: answerPanel({ title: 'Accuracy over time', pluginId: 'timeseries', refIds: [lineId('accuracy')] }),
      drop: answerPanel({
        title: 'Accuracy drop over time',
        description: 'How far the accuracy is below that of the baseline',
        pluginId: 'driftline-drift-panel',
        options: { showThresholds: true, legendPlacement: 'bottom' },
        refIds: [lineId('accuracy-drop')],
      }),
      error: answerPanel({
        title: 'Mean absolute error and bias over time',
        pluginId: 'timeseries',
        refIds: [lineId('mean-absolute-error'), lineId('bias')],
      }),
    },
  });
}

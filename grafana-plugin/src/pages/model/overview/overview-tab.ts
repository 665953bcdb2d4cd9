import { t } from '@grafana/i18n';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { question, watchedQuestions } from '../area-measures.ts';
import { OverviewView } from './OverviewView.tsx';

/** What is wrong with a model, and how its areas are. */
export function overviewTab(model: string): QueriedView {
  return new QueriedView({
    View: OverviewView,
    model,
    main: questionRunner(
      (valueOf) => ({
        ...watchedQuestions(model, valueOf),
        throughput: question(model, 'throughput', valueOf),
        predictions: question(model, 'live-share', valueOf, { of: { kind: 'prediction' } }),
      }),
      { variables: ['baseline'] },
    ),
    panels: {
      predictions: answerPanel({
        title: t('pages.overview-tab.title.predictions', 'Predictions'),
        description: t(
          'pages.overview-tab.description.predictions',
          'Share of each class, or of each bin of the score, over time',
        ),
        pluginId: 'timeseries',
        refIds: { predictions: { by: ['ml_model_version', 'ml_prediction_bin'] } },
      }),
      throughput: answerPanel({
        title: t('pages.overview-tab.title.predictions-per-second', 'Predictions per second'),
        description: t('pages.overview-tab.description.by-version', 'By version'),
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: { throughput: {} },
      }),
    },
  });
}

import { t } from '@grafana/i18n';
import { CustomVariable } from '@grafana/scenes';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { FairnessView } from './FairnessView.tsx';

const rates = (): string[] => [
  `${t('pages.fairness-rates.selection-rate', 'Selection rate')} : selection-rate`,
  `${t('pages.fairness-rates.true-positive-rate', 'True positive rate')} : true-positive-rate`,
  `${t('pages.fairness-rates.false-positive-rate', 'False positive rate')} : false-positive-rate`,
  `${t('pages.fairness-rates.positive-predictive-value', 'Precision')} : positive-predictive-value`,
  `${t('pages.fairness-rates.group-accuracy', 'Accuracy')} : group-accuracy`,
];

/** What tells lines apart. */
const OF_GROUP = ['ml_group_attribute', 'ml_group_value', 'ml_model_version'];

/** How groups of people are treated. */
export function fairnessTab(model: string): QueriedView {
  return new QueriedView({
    View: FairnessView,
    model,
    variables: [
      new CustomVariable({
        name: 'rate',
        label: t('pages.fairness-tab.label.measure', 'Measure'),
        query: rates().join(','),
        value: 'selection-rate',
        text: t('pages.fairness-rates.selection-rate', 'Selection rate'),
      }),
    ],
    main: questionRunner(
      (valueOf) => {
        const rate = valueOf('rate') || 'selection-rate';
        return {
          rate: question(model, rate, valueOf, { format: 'table' }),
          impact: question(model, 'disparate-impact', valueOf, { format: 'table' }),
          [lineId('impact')]: question(model, 'disparate-impact', valueOf),
          [lineId('rate')]: question(model, rate, valueOf),
        };
      },
      { variables: ['rate'] },
    ),
    panels: {
      rate: answerPanel({
        title: t('pages.fairness-tab.title.rate-by-group-over-time', 'Rate by group over time'),
        pluginId: 'timeseries',
        refIds: { [lineId('rate')]: { by: OF_GROUP } },
      }),
      impact: answerPanel({
        title: t('pages.fairness-tab.title.disparate-impact-over-time', 'Disparate impact over time'),
        description: t(
          'pages.fairness-tab.description.disparate-impact',
          'Selection rate of a group, divided by that of the reference group',
        ),
        pluginId: 'driftline-drift-panel',
        refIds: { [lineId('impact')]: { by: OF_GROUP } },
      }),
    },
  });
}

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

/** How groups are compared with their reference group. */
const comparisons = (): string[] => [
  `${t('pages.fairness-comparisons.disparate-impact', 'Disparate impact')} : disparate-impact`,
  `${t('pages.fairness-comparisons.demographic-parity-difference', 'Demographic parity difference')} : demographic-parity-difference`,
  `${t('pages.fairness-comparisons.equal-opportunity-difference', 'Equal opportunity difference')} : equal-opportunity-difference`,
  `${t('pages.fairness-comparisons.equalized-odds-difference', 'Equalized odds difference')} : equalized-odds-difference`,
  `${t('pages.fairness-comparisons.predictive-parity-difference', 'Predictive parity difference')} : predictive-parity-difference`,
  `${t('pages.fairness-comparisons.false-positive-rate-ratio', 'False positive rate ratio')} : false-positive-rate-ratio`,
  `${t('pages.fairness-comparisons.false-negative-rate-ratio', 'False negative rate ratio')} : false-negative-rate-ratio`,
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
      new CustomVariable({
        name: 'comparison',
        label: t('pages.fairness-tab.label.comparison', 'Comparison'),
        query: comparisons().join(','),
        value: 'disparate-impact',
        text: t('pages.fairness-comparisons.disparate-impact', 'Disparate impact'),
      }),
    ],
    main: questionRunner(
      (valueOf) => {
        const rate = valueOf('rate') || 'selection-rate';
        return {
          rate: question(model, rate, valueOf, { format: 'table' }),
          impact: question(model, 'disparate-impact', valueOf, { format: 'table' }),
          [lineId('comparison')]: question(model, valueOf('comparison') || 'disparate-impact', valueOf),
          [lineId('rate')]: question(model, rate, valueOf),
        };
      },
      { variables: ['rate', 'comparison'] },
    ),
    panels: {
      rate: answerPanel({
        title: t('pages.fairness-tab.title.rate-by-group-over-time', 'Rate by group over time'),
        pluginId: 'timeseries',
        refIds: { [lineId('rate')]: { by: OF_GROUP } },
      }),
      comparison: answerPanel({
        title: t('pages.fairness-tab.title.comparison-over-time', '{{- comparison}} over time', {
          comparison: '${comparison:text}',
        }),
        description: t('pages.fairness-tab.description.comparison', 'Each group compared with its reference group'),
        pluginId: 'driftline-drift-panel',
        refIds: { [lineId('comparison')]: { by: OF_GROUP } },
      }),
    },
  });
}

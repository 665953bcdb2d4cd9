import { CustomVariable } from '@grafana/scenes';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { FairnessView } from './FairnessView.tsx';

const RATES = [
  'Selection rate : selection-rate',
  'True positive rate : true-positive-rate',
  'False positive rate : false-positive-rate',
  'Precision : positive-predictive-value',
  'Accuracy : group-accuracy',
];

/** How groups are compared with their reference group. */
const COMPARISONS = [
  'Disparate impact : disparate-impact',
  'Demographic parity difference : demographic-parity-difference',
  'Equal opportunity difference : equal-opportunity-difference',
  'Equalized odds difference : equalized-odds-difference',
  'Predictive parity difference : predictive-parity-difference',
  'False positive rate ratio : false-positive-rate-ratio',
  'False negative rate ratio : false-negative-rate-ratio',
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
        label: 'Measure',
        query: RATES.join(','),
        value: 'selection-rate',
        text: 'Selection rate',
      }),
      new CustomVariable({
        name: 'comparison',
        label: 'Comparison',
        query: COMPARISONS.join(','),
        value: 'disparate-impact',
        text: 'Disparate impact',
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
        title: 'Rate by group over time',
        pluginId: 'timeseries',
        refIds: { [lineId('rate')]: { by: OF_GROUP } },
      }),
      comparison: answerPanel({
        title: '${comparison:text} over time',
        description: 'Each group compared with its reference group',
        pluginId: 'driftline-drift-panel',
        refIds: { [lineId('comparison')]: { by: OF_GROUP } },
      }),
    },
  });
}

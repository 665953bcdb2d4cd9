import { CustomVariable } from '@grafana/scenes';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { DriftView } from './DriftView.tsx';

const MEASURES = [
  'PSI : psi',
  'Jensen–Shannon distance : js-distance',
  'Hellinger distance : hellinger-distance',
  'Total variation distance : total-variation',
  'Kolmogorov–Smirnov statistic : kolmogorov-smirnov',
  'Wasserstein distance : wasserstein',
  'Mean shift : mean-shift',
];

/** How far each feature is from its baseline. */
export function driftTab(model: string): QueriedView {
  return new QueriedView({
    View: DriftView,
    model,
    variables: [
      new CustomVariable({ name: 'measure', label: 'Measure', query: MEASURES.join(','), value: 'psi', text: 'PSI' }),
    ],
    main: questionRunner(
      (valueOf) => {
        const measure = valueOf('measure') || 'psi';
        const compared = (id: string, more = {}) => {
          const { compared: _, ...asked } = question(model, id, valueOf, { compared: true, ...more });
          return asked;
        };
        return {
          now: compared(measure, { format: 'table' }),
          [lineId('drift')]: compared(measure),
          contributions: compared('psi-contribution', { format: 'table' }),
          missing: question(model, 'missing-share', valueOf, { format: 'table' }),
        };
      },
      { variables: ['baseline', 'measure'] },
    ),
    panels: {
      time: answerPanel({
        title: 'Features over time',
        pluginId: 'driftline-drift-map-panel',
        refIds: [lineId('drift')],
      }),
    },
  });
}

import { t } from '@grafana/i18n';
import { CustomVariable } from '@grafana/scenes';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { DriftView } from './DriftView.tsx';

const measures = (): string[] => [
  `${t('pages.drift-measures.psi', 'PSI')} : psi`,
  `${t('pages.drift-measures.js-distance', 'Jensen–Shannon distance')} : js-distance`,
  `${t('pages.drift-measures.hellinger-distance', 'Hellinger distance')} : hellinger-distance`,
  `${t('pages.drift-measures.total-variation', 'Total variation distance')} : total-variation`,
  `${t('pages.drift-measures.kolmogorov-smirnov', 'Kolmogorov–Smirnov statistic')} : kolmogorov-smirnov`,
  `${t('pages.drift-measures.wasserstein', 'Wasserstein distance')} : wasserstein`,
  `${t('pages.drift-measures.mean-shift', 'Mean shift')} : mean-shift`,
];

/** How far each feature is from its baseline. */
export function driftTab(model: string): QueriedView {
  return new QueriedView({
    View: DriftView,
    model,
    variables: [
      new CustomVariable({
        name: 'measure',
        label: t('pages.drift-tab.label.measure', 'Measure'),
        query: measures().join(','),
        value: 'psi',
        text: t('pages.drift-measures.psi', 'PSI'),
      }),
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
        title: t('pages.drift-tab.title.features-over-time', 'Features over time'),
        pluginId: 'driftline-drift-map-panel',
        refIds: [lineId('drift')],
      }),
    },
  });
}

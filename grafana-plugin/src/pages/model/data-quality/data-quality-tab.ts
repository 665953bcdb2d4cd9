import { t } from '@grafana/i18n';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { PROBLEMS } from '../../values/measures.ts';
import { DataQualityView } from './DataQualityView.tsx';

/** What tells lines apart. */
const OF_FEATURE = ['ml_feature_name', 'ml_model_version'];

/** Shares that are all 0 need an axis that ends somewhere. */
const SHARES = {
  pluginId: 'timeseries',
  defaults: { min: 0, custom: { axisSoftMax: 0.01 } },
};

/** What is wrong with the values of each feature. */
export function dataQualityTab(model: string): QueriedView {
  return new QueriedView({
    View: DataQualityView,
    model,
    main: questionRunner((valueOf) =>
      Object.fromEntries(
        PROBLEMS.flatMap((measure) => [
          [measure, question(model, measure, valueOf, { format: 'table' })],
          [lineId(measure), question(model, measure, valueOf)],
        ]),
      ),
    ),
    panels: {
      missing: answerPanel({
        title: t('pages.data-quality-tab.title.missing-over-time', 'Missing over time'),
        ...SHARES,
        refIds: { [lineId('missing-share')]: { by: OF_FEATURE } },
      }),
      others: answerPanel({
        title: t('pages.data-quality-tab.title.invalid-range', 'Invalid and out of range over time'),
        ...SHARES,
        refIds: {
          [lineId('invalid-share')]: { name: t('pages.measure-names.invalid-share', 'invalid'), by: OF_FEATURE },
          [lineId('out-of-range-share')]: {
            name: t('pages.measure-names.out-of-range-share', 'out of range'),
            by: OF_FEATURE,
          },
        },
      }),
    },
  });
}

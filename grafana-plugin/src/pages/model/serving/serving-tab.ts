import { t } from '@grafana/i18n';
import { CustomVariable } from '@grafana/scenes';
import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { QUANTILES } from '../../values/measures.ts';
import { ServingView } from './ServingView.tsx';

/** What tells lines apart; a line of all replicas has no instance. */
const OF_REPLICA = ['ml_model_version', 'instance'];

/** How fast and how reliably a model answers. */
export function servingTab(model: string): QueriedView {
  return new QueriedView({
    View: ServingView,
    model,
    variables: [
      new CustomVariable({
        name: 'by',
        label: t('pages.serving-tab.label.by', 'By'),
        query: [
          `${t('pages.serving-tab.text.version', 'version')} : version`,
          `${t('pages.serving-tab.version-and-replica', 'version and replica')} : replica`,
        ].join(','),
        value: 'version',
        text: t('pages.serving-tab.text.version', 'version'),
      }),
    ],
    main: questionRunner(
      (valueOf) => {
        const byReplica = valueOf('by') === 'replica' ? { byReplica: true } : {};
        const ask = (measure: string, more: Readonly<Record<string, unknown>> = {}): ReturnType<typeof question> =>
          question(model, measure, valueOf, { ...byReplica, ...more });
        return {
          ...Object.fromEntries(
            Object.entries(QUANTILES).flatMap(([name, quantile]) => [
              [name, ask('latency-quantile', { quantile, format: 'table' })],
              [lineId(name), ask('latency-quantile', { quantile })],
            ]),
          ),
          ...Object.fromEntries(
            ['throughput', 'error-share', 'error-type-share'].flatMap((measure) => [
              [measure, ask(measure, { format: 'table' })],
              [lineId(measure), ask(measure)],
            ]),
          ),
        };
      },
      { variables: ['by'] },
    ),
    panels: {
      latency: answerPanel({
        title: t('pages.serving-tab.title.time-of-a-prediction', 'Time of a prediction'),
        description: t(
          'pages.serving-tab.description.median-percentile-version',
          'Median, 95th and 99th percentile by version',
        ),
        pluginId: 'timeseries',
        refIds: Object.fromEntries(Object.keys(QUANTILES).map((name) => [lineId(name), { name, by: OF_REPLICA }])),
      }),
      throughput: answerPanel({
        title: t('pages.serving-tab.title.predictions-per-second', 'Predictions per second'),
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: { [lineId('throughput')]: { by: OF_REPLICA } },
      }),
      errors: answerPanel({
        title: t('pages.serving-tab.title.share-of-predictions-that-fail', 'Share of predictions that fail'),
        description: t('pages.serving-tab.description.by-version-and-type-of-error', 'By version and type of error'),
        pluginId: 'timeseries',
        defaults: { min: 0, custom: { axisSoftMax: 0.01 } },
        refIds: { [lineId('error-type-share')]: { by: [...OF_REPLICA, 'error_type'] } },
      }),
    },
  });
}

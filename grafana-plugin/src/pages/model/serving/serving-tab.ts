import { answerPanel } from '../../scenes/answer-panel.ts';
import { questionRunner } from '../../scenes/measure-queries.ts';
import { QueriedView } from '../../scenes/QueriedView.tsx';
import { lineId } from '../../values/lines.ts';
import { question } from '../area-measures.ts';
import { QUANTILES } from '../../values/measures.ts';
import { ServingView } from './ServingView.tsx';

/** How fast and how reliably a model answers. */
export function servingTab(model: string): QueriedView {
  return new QueriedView({
    View: ServingView,
    model,
    main: questionRunner((valueOf) => ({
      ...Object.fromEntries(
        Object.entries(QUANTILES).flatMap(([name, quantile]) => [
          [name, question(model, 'latency-quantile', valueOf, { quantile, format: 'table' })],
          [lineId(name), question(model, 'latency-quantile', valueOf, { quantile })],
        ]),
      ),
      ...Object.fromEntries(
        ['throughput', 'error-share', 'error-type-share'].flatMap((measure) => [
          [measure, question(model, measure, valueOf, { format: 'table' })],
          [lineId(measure), question(model, measure, valueOf)],
        ]),
      ),
    })),
    panels: {
      latency: answerPanel({
        title: 'Time of a prediction',
        description: 'Median, 95th and 99th percentile by version',
        pluginId: 'timeseries',
        refIds: Object.fromEntries(Object.keys(QUANTILES).map((name) => [lineId(name), { name }])),
      }),
      throughput: answerPanel({
        title: 'Predictions per second',
        pluginId: 'timeseries',
        defaults: { min: 0 },
        refIds: { [lineId('throughput')]: {} },
      }),
      errors: answerPanel({
        title: 'Share of predictions that fail',
        description: 'By version and type of error',
        pluginId: 'timeseries',
        defaults: { min: 0, custom: { axisSoftMax: 0.01 } },
        refIds: { [lineId('error-type-share')]: { by: ['ml_model_version', 'error_type'] } },
      }),
    },
  });
}

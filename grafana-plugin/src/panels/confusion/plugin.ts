import '../../common/chunk-address.ts';
import { FieldConfigProperty, PanelPlugin, VisualizationSuggestionScore } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import type { ConfusionOptions } from './options.ts';

const ConfusionPanel = lazily(
  async () => (await import(/* webpackChunkName: "panels/confusion/panel" */ './ConfusionPanel.tsx')).ConfusionPanel,
);

export const plugin = new PanelPlugin<ConfusionOptions>(ConfusionPanel)
  .useFieldConfig({ disableStandardOptions: [FieldConfigProperty.Color, FieldConfigProperty.Thresholds] })
  .setPanelOptions((builder) => {
    builder
      .addRadio({
        path: 'show',
        name: 'Show',
        defaultValue: 'count',
        settings: {
          options: [
            { value: 'count', label: 'Counts' },
            { value: 'row', label: 'Row shares', description: 'Shares of each actual class' },
            { value: 'column', label: 'Column shares', description: 'Shares of each predicted class' },
          ],
        },
      })
      .addBooleanSwitch({
        path: 'showHistory',
        name: 'Show history',
        description: 'The course of each cell over the time range.',
        defaultValue: true,
      });
    commonOptionsBuilder.addTooltipOptions(builder, true);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show }) => show === 'confusion')
      ? [{ name: 'Confusion matrix', description: 'Outcomes by class', score: VisualizationSuggestionScore.Best }]
      : undefined,
  );

import '../../common/chunk-address.ts';
import { FieldConfigProperty, PanelPlugin, VisualizationSuggestionScore } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import type { DriftMapOptions } from './options.ts';

const DriftMapPanel = lazily(
  async () => (await import(/* webpackChunkName: "panels/drift-map/panel" */ './DriftMapPanel.tsx')).DriftMapPanel,
);

export const plugin = new PanelPlugin<DriftMapOptions>(DriftMapPanel)
  // The colors of the map are those of the limits of its measure.
  .useFieldConfig({ disableStandardOptions: [FieldConfigProperty.Color, FieldConfigProperty.Thresholds] })
  .setPanelOptions((builder) => {
    builder
      .addRadio({
        path: 'order',
        name: 'Order',
        defaultValue: 'worst',
        settings: {
          options: [
            { value: 'worst', label: 'Worst first', description: 'By the worst value in the time range' },
            { value: 'last', label: 'Last value', description: 'By the value at the end of the time range' },
            { value: 'name', label: 'Name' },
          ],
        },
      })
      .addBooleanSwitch({ path: 'showScale', name: 'Show scale', defaultValue: true });
    commonOptionsBuilder.addTooltipOptions(builder, true);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show, subject }) => show === 'value' && subject !== 'bin') && summary.isInstant !== true
      ? [
          {
            name: 'Drift map',
            description: 'Each series over time, the worst first',
            score: VisualizationSuggestionScore.OK,
          },
        ]
      : undefined,
  );

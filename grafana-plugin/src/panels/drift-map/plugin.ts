import { t } from '@grafana/i18n';
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
        name: t('panels.drift-map.order', 'Order'),
        defaultValue: 'worst',
        settings: {
          options: [
            {
              value: 'worst',
              label: t('panels.drift-map.label.worst-first', 'Worst first'),
              description: t('panels.drift-map.description.worst-value-range', 'By the worst value in the time range'),
            },
            {
              value: 'last',
              label: t('panels.drift-map.label.last-value', 'Last value'),
              description: t('panels.drift-map.description.value-range', 'By the value at the end of the time range'),
            },
            { value: 'name', label: t('panels.drift-map.label.name', 'Name') },
          ],
        },
      })
      .addBooleanSwitch({
        path: 'showScale',
        name: t('panels.drift-map.show-scale', 'Show scale'),
        defaultValue: true,
      });
    commonOptionsBuilder.addTooltipOptions(builder, true);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show, subject }) => show === 'value' && subject !== 'bin') && summary.isInstant !== true
      ? [
          {
            name: t('panels.drift-map.drift-map', 'Drift map'),
            description: t('panels.drift-map.description.series-worst-first', 'Each series over time, the worst first'),
            score: VisualizationSuggestionScore.OK,
          },
        ]
      : undefined,
  );

import { t } from '@grafana/i18n';
import { FieldColorModeId, FieldConfigProperty, PanelPlugin, VisualizationSuggestionScore } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import { THRESHOLDS_OPTION } from '../common/thresholds-option.ts';
import type { DriftOptions } from './options.ts';

const DriftPanel = lazily(
  async () => (await import(/* webpackChunkName: "panels/drift/panel" */ './DriftPanel.tsx')).DriftPanel,
);

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel)
  // A panel that does not ask for annotations gets none.
  .setDataSupport({ annotations: true, alertStates: false })
  .useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: true, bySeriesSupport: true },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
      [FieldConfigProperty.Thresholds]: THRESHOLDS_OPTION,
    },
    useCustomConfig: (builder) => commonOptionsBuilder.addHideFrom(builder),
  })
  .setPanelOptions((builder) => {
    builder.addRadio({
      path: 'thresholds',
      name: t('panels.drift.show-thresholds', 'Show thresholds'),
      description: t(
        'panels.drift.description.limits-measure-unless-thresholds',
        'The limits of the measure, unless you set thresholds.',
      ),
      defaultValue: 'line',
      settings: {
        options: [
          { value: 'off', label: t('panels.drift.label.off', 'Off') },
          { value: 'line', label: t('panels.drift.label.lines', 'Lines') },
          { value: 'area', label: t('panels.drift.label.lines-and-shade', 'Lines and shade') },
        ],
      },
    });
    commonOptionsBuilder.addTooltipOptions(builder);
    commonOptionsBuilder.addLegendOptions(builder);
  })
  // Grafana keeps annotations from panels that do not ask for them.
  .setDataSupport({ annotations: true, alertStates: false })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show, subject }) => show === 'value' && subject !== 'bin')
      ? [
          {
            name: t('panels.drift.drift-over-time', 'Drift over time'),
            description: t(
              'panels.drift.description.series-limits-measure',
              'Each series with the limits of its measure',
            ),
            score: VisualizationSuggestionScore.Good,
          },
        ]
      : undefined,
  );

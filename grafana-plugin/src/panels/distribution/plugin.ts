import { t } from '@grafana/i18n';
import { FieldColorModeId, FieldConfigProperty, PanelPlugin, VisualizationSuggestionScore } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import { THRESHOLDS_OPTION } from '../common/thresholds-option.ts';
import type { DistributionOptions } from './options.ts';

const DistributionPanel = lazily(
  async () =>
    (await import(/* webpackChunkName: "panels/distribution/panel" */ './DistributionPanel.tsx')).DistributionPanel,
);

export const plugin = new PanelPlugin<DistributionOptions>(DistributionPanel)
  .useFieldConfig({
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: false, bySeriesSupport: true },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
      [FieldConfigProperty.Thresholds]: THRESHOLDS_OPTION,
    },
    useCustomConfig: (builder) => commonOptionsBuilder.addHideFrom(builder),
  })
  .setPanelOptions((builder) => {
    builder
      .addRadio({
        path: 'show',
        name: t('panels.distribution.show', 'Show'),
        defaultValue: 'share',
        settings: {
          options: [
            { value: 'share', label: t('panels.distribution.label.shares', 'Shares') },
            { value: 'count', label: t('panels.distribution.label.counts', 'Counts') },
          ],
        },
      })
      .addBooleanSwitch({
        path: 'showContributions',
        name: t('panels.distribution.show-contributions', 'Show contributions'),
        description: t(
          'panels.distribution.description.label-contribution',
          'Label each bin with its contribution to the PSI.',
        ),
        defaultValue: true,
      });
    commonOptionsBuilder.addTooltipOptions(builder, true);
    commonOptionsBuilder.addLegendOptions(builder, false);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show }) => show === 'distribution')
      ? [
          {
            name: t('panels.distribution.distribution', 'Distribution'),
            description: t('panels.distribution.description.both-sides-bin-by', 'Both sides, bin by bin'),
            score: VisualizationSuggestionScore.Best,
          },
        ]
      : undefined,
  );

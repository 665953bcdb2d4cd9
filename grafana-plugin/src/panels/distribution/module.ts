import '../../common/chunk-address.ts';
import {
  FieldColorModeId,
  FieldConfigProperty,
  PanelPlugin,
  ThresholdsMode,
  VisualizationSuggestionScore,
} from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { lazily } from '../../common/lazily.tsx';
import { hasFramesOf } from '../common/has-frames-of.ts';
import type { DistributionOptions } from './options.ts';

const DistributionPanel = lazily(
  async () =>
    (await import(/* webpackChunkName: "panels/distribution/panel" */ './DistributionPanel.tsx')).DistributionPanel,
);

export const plugin = new PanelPlugin<DistributionOptions>(DistributionPanel)
  .useFieldConfig({
    // The frames bring the limits of their measure. Grafana's own default is red from 80.
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: { byValueSupport: false, bySeriesSupport: true },
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
      [FieldConfigProperty.Thresholds]: {
        defaultValue: { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] },
      },
    },
    useCustomConfig: (builder) => commonOptionsBuilder.addHideFrom(builder),
  })
  .setPanelOptions((builder) => {
    builder
      .addRadio({
        path: 'show',
        name: 'Show',
        defaultValue: 'share',
        settings: {
          options: [
            { value: 'share', label: 'Shares' },
            { value: 'count', label: 'Counts' },
          ],
        },
      })
      .addBooleanSwitch({
        path: 'showContributions',
        name: 'Show contributions',
        description: 'Label each bin with its contribution to the PSI.',
        defaultValue: true,
      });
    commonOptionsBuilder.addTooltipOptions(builder, true);
    commonOptionsBuilder.addLegendOptions(builder, false);
  })
  .setSuggestionsSupplier((summary) =>
    hasFramesOf(summary, ({ show }) => show === 'distribution')
      ? [{ name: 'Distribution', description: 'Both sides, bin by bin', score: VisualizationSuggestionScore.Best }]
      : undefined,
  );

import { FieldColorModeId, FieldConfigProperty, PanelPlugin, type FieldColorConfigSettings } from '@grafana/data';
import { commonOptionsBuilder } from '@grafana/ui';
import { addLimitOptions } from '../common/limit-options.ts';
import { DriftPanel } from './DriftPanel.tsx';
import type { DriftOptions } from './options.ts';

const COLOR_MODES: FieldColorConfigSettings = { byValueSupport: true, bySeriesSupport: true };

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel)
  .useFieldConfig({
    // The limits are options of the panel. Grafana's own default, red from 80, would color lines by it.
    disableStandardOptions: [FieldConfigProperty.Thresholds],
    standardOptions: {
      [FieldConfigProperty.Color]: {
        settings: COLOR_MODES,
        defaultValue: { mode: FieldColorModeId.PaletteClassic },
      },
    },
    useCustomConfig: (builder) => commonOptionsBuilder.addHideFrom(builder),
  })
  .setPanelOptions((builder) => {
    builder.addBooleanSwitch({
      path: 'showThresholds',
      name: 'Show thresholds',
      description: 'Draw a line at each threshold.',
      defaultValue: true,
    });
    addLimitOptions(builder, ({ showThresholds }) => showThresholds);
    builder.addRadio({
      path: 'legendPlacement',
      name: 'Legend',
      defaultValue: 'right',
      settings: {
        options: [
          { value: 'right', label: 'Right' },
          { value: 'bottom', label: 'Bottom' },
        ],
      },
    });
  });

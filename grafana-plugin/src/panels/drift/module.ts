import { PanelPlugin } from '@grafana/data';
import { measureById } from '@driftline/shared';
import { DriftPanel } from './DriftPanel.tsx';
import type { DriftOptions } from './options.ts';

const { warning = 0.1, alarm = 0.25 } = measureById('psi').thresholds ?? {};

export const plugin = new PanelPlugin<DriftOptions>(DriftPanel).useFieldConfig().setPanelOptions((builder) =>
  builder
    .addBooleanSwitch({ path: 'showThresholds', name: 'Show thresholds', defaultValue: true })
    .addNumberInput({
      path: 'warning',
      name: 'Moderate from',
      defaultValue: warning,
      settings: { min: 0, step: 0.05 },
      showIf: ({ showThresholds }) => showThresholds,
    })
    .addNumberInput({
      path: 'alarm',
      name: 'Alarm from',
      defaultValue: alarm,
      settings: { min: 0, step: 0.05 },
      showIf: ({ showThresholds }) => showThresholds,
    })
    .addRadio({
      path: 'legendPlacement',
      name: 'Legend',
      defaultValue: 'right',
      settings: {
        options: [
          { value: 'right', label: 'Right' },
          { value: 'bottom', label: 'Bottom' },
        ],
      },
    }),
);

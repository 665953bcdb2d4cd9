import { PanelPlugin } from '@grafana/data';
import { DistributionPanel } from './DistributionPanel.tsx';
import type { DistributionOptions } from './options.ts';

export const plugin = new PanelPlugin<DistributionOptions>(DistributionPanel).setPanelOptions((builder) =>
  builder.addBooleanSwitch({
    path: 'showParts',
    name: "Show each bin's part of the PSI",
    defaultValue: true,
  }),
);

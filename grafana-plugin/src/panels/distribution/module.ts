import { PanelPlugin } from '@grafana/data';
import { addLimitOptions } from '../common/limit-options.ts';
import { DistributionPanel } from './DistributionPanel.tsx';
import type { DistributionOptions } from './options.ts';

export const plugin = new PanelPlugin<DistributionOptions>(DistributionPanel).setPanelOptions((builder) => {
  builder.addBooleanSwitch({
    path: 'showContributions',
    name: 'Show contributions',
    description: 'Label each bin with its contribution to the PSI.',
    defaultValue: true,
  });
  addLimitOptions(builder);
});

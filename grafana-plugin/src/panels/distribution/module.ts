import { PanelPlugin } from '@grafana/data';
import { addLimitOptions } from '../common/limit-options.ts';
import { DistributionPanel } from './DistributionPanel.tsx';
import type { DistributionOptions } from './options.ts';

export const plugin = new PanelPlugin<DistributionOptions>(DistributionPanel).setPanelOptions((builder) => {
  builder.addBooleanSwitch({
    path: 'showContributions',
    name: 'Show contributions',
    description: 'Each bin shows what it contributes to the PSI.',
    defaultValue: true,
  });
  addLimitOptions(builder);
});

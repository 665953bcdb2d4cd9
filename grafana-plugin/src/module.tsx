import { AppPlugin } from '@grafana/data';
import { SetUp } from './config/SetUp.tsx';

export const plugin = new AppPlugin().addConfigPage({
  id: 'set-up',
  title: 'Set up',
  icon: 'cog',
  body: SetUp,
});

import { AppPlugin } from '@grafana/data';
import { SetUp } from './config/SetUp.tsx';
import { lazily } from './common/lazily.tsx';

// Grafana loads this module wherever it lists apps: the pages are modules of their own.
export const plugin = new AppPlugin()
  .setRootPage(
    lazily(async () => (await import(/* webpackChunkName: "pages/app" */ './pages/AppRoot.tsx')).loadAppRoot()),
  )
  .addConfigPage({ id: 'set-up', title: 'Set up', icon: 'cog', body: SetUp });

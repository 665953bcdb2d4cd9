import { AppPlugin } from '@grafana/data';
import { SetUp } from './config/SetUp.tsx';
import { lazily } from './common/lazily.tsx';
import { LINKS } from './extensions/links.ts';

// Grafana loads this module when it starts, for the links: the pages, and what links do, are modules of their own.
export const plugin = new AppPlugin()
  .setRootPage(
    lazily(async () => (await import(/* webpackChunkName: "pages/app" */ './pages/AppRoot.tsx')).loadAppRoot()),
  )
  .addConfigPage({ id: 'set-up', title: 'Set up', icon: 'cog', body: SetUp });

for (const link of LINKS) plugin.addLink(link);

import { AppPlugin } from '@grafana/data';
import { t } from '@grafana/i18n';
import { SetUp } from './config/SetUp.tsx';
import { lazily } from './common/lazily.tsx';
import { initTranslations } from './common/translations.ts';
import { LINKS } from './extensions/links.ts';

await initTranslations('driftline-model-app');

// Grafana loads this module when it starts, for the links: the pages, and what links do, are modules of their own.
export const plugin = new AppPlugin()
  .setRootPage(
    lazily(async () => (await import(/* webpackChunkName: "pages/app" */ './pages/AppRoot.tsx')).loadAppRoot()),
  )
  // eslint-disable-next-line @grafana/i18n/no-translation-top-level -- the texts are there: they are awaited above
  .addConfigPage({ id: 'set-up', title: t('config.set-up.title', 'Set up'), icon: 'cog', body: SetUp });

for (const link of LINKS) plugin.addLink(link);

import { useEffect, useState } from 'react';
import { PluginContextProvider, type AppPlugin, type AppPluginMeta } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { appMeta } from '../host/plugin-meta.ts';
import { loadPlugin } from '../host/load-plugin.ts';

const META: AppPluginMeta = appMeta('driftline-model-app', 'Driftline');

/** The pages of the app, below the address at which Grafana has them. */
export function AppPage() {
  const [app, setApp] = useState<AppPlugin>();
  useEffect(() => {
    void loadPlugin<AppPlugin>('').then((loaded) => {
      loaded.meta = META;
      loaded.init(META);
      setApp(loaded);
    });
  }, []);
  const Root = app?.root;
  if (Root === undefined) return null;
  return (
    <PluginContextProvider meta={META}>
      <Root
        meta={META}
        basename={`/a/${META.id}`}
        onNavChanged={() => undefined}
        query={locationService.getSearchObject()}
        path={locationService.getLocation().pathname}
      />
    </PluginContextProvider>
  );
}

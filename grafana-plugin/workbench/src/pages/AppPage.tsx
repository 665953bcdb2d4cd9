import { useEffect, useState } from 'react';
import { Route, Routes } from 'react-router-dom';
import { PluginContextProvider, type AppPlugin, type AppPluginMeta } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { appMeta } from '../host/plugin-meta.ts';
import { loadPlugin } from '../host/load-plugin.ts';

const META: AppPluginMeta = appMeta('driftline-model-app', 'Driftline');
const BASE = `/a/${META.id}`;

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
      <Routes>
        <Route
          path={`${BASE}/*`}
          element={
            <Root
              meta={META}
              basename={BASE}
              onNavChanged={() => undefined}
              query={locationService.getSearchObject()}
              path={locationService.getLocation().pathname}
            />
          }
        />
      </Routes>
    </PluginContextProvider>
  );
}

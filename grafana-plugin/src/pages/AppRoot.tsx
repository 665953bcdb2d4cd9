import type { ComponentType } from 'react';
import { Navigate, Route, Routes } from 'react-router-dom';
import type { AppRootProps } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';
import { loadResources, useSceneApp } from '@grafana/scenes';
import { MODELS } from '../common/addresses.ts';
import { app } from './app.ts';

/** The app's pages, once the texts of Grafana's parts are there. */
export async function loadAppRoot(): Promise<ComponentType<AppRootProps>> {
  await initPluginTranslations('driftline-model-app', [loadResources]);
  return AppRoot;
}

/** Everything below the app's address in Grafana. */
function AppRoot() {
  const scene = useSceneApp(app);
  return (
    <Routes>
      <Route index element={<Navigate to={MODELS} replace />} />
      <Route path="*" element={<scene.Component model={scene} />} />
    </Routes>
  );
}

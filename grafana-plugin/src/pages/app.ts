import { SceneApp } from '@grafana/scenes';
import { modelsPage } from './models/models-page.ts';

/** The pages of the app. A link reproduces the view, and the back button takes each choice back. */
export function app(): SceneApp {
  return new SceneApp({
    name: 'driftline',
    pages: [modelsPage()],
    urlSyncOptions: { updateUrlOnInit: true, createBrowserHistorySteps: true },
  });
}

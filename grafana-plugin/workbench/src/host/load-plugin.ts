import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import * as emotion from '@emotion/css';
import * as grafanaData from '@grafana/data';
import * as grafanaRuntime from '@grafana/runtime';
import * as grafanaUi from '@grafana/ui';
import * as emotionReact from '@emotion/react';
import * as i18next from 'i18next';
import * as lodash from 'lodash';
import * as react from 'react';
import * as jsxRuntime from 'react/jsx-runtime';
import * as reactDom from 'react-dom';
import * as reactRouter from 'react-router-dom';
import * as rxjs from 'rxjs';
import { PluginPage } from './PluginPage.tsx';
import { loadTranslations } from './translations.ts';

const SHARED: Record<string, object> = {
  '@emotion/css': emotion,
  '@emotion/react': emotionReact,
  '@grafana/data': grafanaData,
  // The package has a stand-in until Grafana, with a function that it keeps to itself, sets its own.
  '@grafana/runtime': { ...grafanaRuntime, PluginPage },
  '@grafana/ui': grafanaUi,
  i18next,
  lodash,
  react,
  'react/jsx-runtime': jsxRuntime,
  'react-dom': reactDom,
  'react-router': reactRouter,
  rxjs,
};

interface Loader {
  import(address: string): Promise<unknown>;
  set(address: string, module: object): void;
  addImportMap(map: { imports: Record<string, string> }): void;
}

declare const System: Loader;

interface AmdGlobal {
  define?: unknown;
}

// Plugins are AMD modules. Other code in the page looks for a global `define` as well and would take the wrong path,
// so it is there only while a plugin is being loaded.
const amd = window as unknown as AmdGlobal;
const define = amd.define;
delete amd.define;

for (const [name, module] of Object.entries(SHARED)) System.set(`package:${name}`, { ...module });
System.addImportMap({ imports: Object.fromEntries(Object.keys(SHARED).map((name) => [name, `package:${name}`])) });

let queue: Promise<unknown> = Promise.resolve();

/**
 * Loads the texts and the built `module.js` of a plugin, one at a time, and gives its `plugin`.
 *
 * @param folder - of a nested plugin, with a slash at its end; empty for the app itself
 */
export function loadPlugin<T>(folder: string): Promise<T> {
  const loaded = queue.then(async () => {
    amd.define = define;
    try {
      const address = `${window.location.origin}/public/plugins/driftline-model-app/${folder}`;
      await loadTranslations(address);
      // A module that awaits at its top level is a promise, as AMD has no other way to say it; Grafana waits for it too.
      const module = (await System.import(`${address}module.js`)) as { default: Promise<{ plugin: T }> };
      return (await module.default).plugin;
    } finally {
      delete amd.define;
    }
  });
  queue = loaded.catch(() => undefined);
  return loaded;
}

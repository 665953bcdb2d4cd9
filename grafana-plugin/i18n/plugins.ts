import { globSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';

const SRC = fileURLToPath(new URL('../src', import.meta.url));

/** A plugin of the bundle, for which Grafana keeps texts of its own. */
export interface TranslatedPlugin {
  readonly id: string;
  /** The first one is that of the source. */
  readonly languages: readonly string[];
  /** Where it lies; its texts are below it. */
  readonly folder: string;
  /** Files of the modules that it loads, at once or later. */
  readonly modules: readonly string[];
}

/** The app, its data source and its panels, as their plugin.json tell. */
export function translatedPlugins(): TranslatedPlugin[] {
  return globSync('**/plugin.json', { cwd: SRC })
    .sort()
    .map((path) => {
      const folder = join(SRC, dirname(path));
      const { id, languages } = JSON.parse(readFileSync(join(SRC, path), 'utf8')) as TranslatedPlugin;
      const entries = globSync('module.{ts,tsx}', { cwd: folder }).map((name) => join(folder, name));
      return { id, languages, folder, modules: modulesFrom(entries) };
    });
}

/** Files that are reached by imports within the sources. */
function modulesFrom(entries: readonly string[]): string[] {
  const found = new Set(entries);
  for (const file of found) {
    const { importedFiles } = ts.preProcessFile(readFileSync(file, 'utf8'), true, true);
    for (const { fileName } of importedFiles) {
      if (/^\..*\.tsx?$/.test(fileName)) found.add(resolve(dirname(file), fileName));
    }
  }
  return [...found].sort();
}

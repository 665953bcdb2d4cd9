import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/**
 * The scaffold's configuration, with three additions: logos and pictures of nested plugins are copied, JSX needs no React in scope, and
 * what is loaded later is no more than the modules that name it, so that it lies beside the plugin that loads it.
 */
export default async function config(env: Env): Promise<Configuration> {
  const base = await grafanaConfig(env);
  const images = new CopyWebpackPlugin({ patterns: [{ from: '**/img/*.svg', to: '.' }, ...nestedScreenshots()] });
  setAutomaticJsx(base);
  const optimization = { ...base.optimization, splitChunks: false as const };
  return { ...base, optimization, plugins: [...(base.plugins ?? []), images] };
}

/** Grafana looks for the pictures of a nested plugin beside its `plugin.json`; in the source they are all in one folder. */
function nestedScreenshots(): { from: string; to: string }[] {
  const source = fileURLToPath(new URL('src', import.meta.url));
  return globSync('*/**/plugin.json', { cwd: source }).flatMap((path) => {
    const { info } = JSON.parse(readFileSync(join(source, path), 'utf8')) as {
      info: { screenshots?: { path: string }[] };
    };
    return (info.screenshots ?? []).map((picture) => ({
      from: `img/${basename(picture.path)}`,
      to: join(dirname(path), picture.path),
    }));
  });
}

function setAutomaticJsx(config: Configuration): void {
  for (const rule of config.module?.rules ?? []) {
    if (typeof rule !== 'object' || rule === null || typeof rule.use !== 'object' || rule.use === null) continue;
    if (!('loader' in rule.use) || rule.use.loader !== 'swc-loader' || typeof rule.use.options !== 'object') continue;
    const { jsc, ...rest } = rule.use.options as { jsc: object };
    rule.use.options = { ...rest, jsc: { ...jsc, transform: { react: { runtime: 'automatic' } } } };
  }
}

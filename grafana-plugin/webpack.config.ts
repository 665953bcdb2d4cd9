import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/**
 * The scaffold's configuration, with three additions: logos of nested plugins are copied, JSX needs no React in scope, and
 * what is loaded later is no more than the modules that name it, so that it lies beside the plugin that loads it.
 */
export default async function config(env: Env): Promise<Configuration> {
  const base = await grafanaConfig(env);
  const logos = new CopyWebpackPlugin({ patterns: [{ from: '**/img/*.svg', to: '.' }] });
  setAutomaticJsx(base);
  const optimization = { ...base.optimization, splitChunks: false as const };
  return { ...base, optimization, plugins: [...(base.plugins ?? []), logos] };
}

function setAutomaticJsx(config: Configuration): void {
  for (const rule of config.module?.rules ?? []) {
    if (typeof rule !== 'object' || rule === null || typeof rule.use !== 'object' || rule.use === null) continue;
    if (!('loader' in rule.use) || rule.use.loader !== 'swc-loader' || typeof rule.use.options !== 'object') continue;
    const { jsc, ...rest } = rule.use.options as { jsc: object };
    rule.use.options = { ...rest, jsc: { ...jsc, transform: { react: { runtime: 'automatic' } } } };
  }
}

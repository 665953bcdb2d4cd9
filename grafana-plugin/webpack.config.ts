import CopyWebpackPlugin from 'copy-webpack-plugin';
import type { Configuration } from 'webpack';
import grafanaConfig, { type Env } from './.config/webpack/webpack.config.ts';

/** The scaffold's configuration, which copies the logo of the app but not those of the plugins nested in it. */
export default async function config(env: Env): Promise<Configuration> {
  const base = await grafanaConfig(env);
  const logos = new CopyWebpackPlugin({ patterns: [{ from: '**/img/*.svg', to: '.' }] });
  return { ...base, plugins: [...(base.plugins ?? []), logos] };
}

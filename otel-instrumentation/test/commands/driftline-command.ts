import { fileURLToPath } from 'node:url';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * What Node is given to run `driftline`: the built program where the workspace's test command has just built it, which
 * starts three times as fast, and else the sources.
 */
export const DRIFTLINE_COMMAND: readonly string[] =
  process.env['DRIFTLINE_BUILT'] === '1'
    ? [at('../../dist/driftline.mjs')]
    : ['--conditions=driftline-source', at('../../src/commands/driftline.ts')];

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { MEASURES } from '@driftline/shared';

/** The panels as `npm run build` makes them. */
const BUILT = fileURLToPath(new URL('../../dist/panels', import.meta.url));
const SOURCES = fileURLToPath(new URL('../../src', import.meta.url));

const panels = globSync('*/plugin.json', { cwd: join(SOURCES, 'panels') }).map((path) => path.split('/')[0] as string);
const read = (path: string): string => readFileSync(join(BUILT, path), 'utf8');
const json = (path: string): unknown => JSON.parse(readFileSync(join(SOURCES, path), 'utf8'));

test('the app includes every panel', () => {
  const { includes } = json('plugin.json') as { includes: { type: string; path: string }[] };
  const paths = includes.filter(({ type }) => type === 'panel').map(({ path }) => path);
  expect(paths.sort()).toEqual(panels.map((panel) => `panels/${panel}/plugin.json`).sort());
});

test.each(panels)('%s is small until it is shown, and has its logo', (panel) => {
  expect(gzipSync(read(`${panel}/module.js`)).length).toBeLessThan(20 * 1024);
  expect(globSync(`${panel}/*.js`, { cwd: BUILT }).sort()).toEqual([`${panel}/module.js`, `${panel}/panel.js`]);
  expect(existsSync(join(BUILT, panel, 'img/logo.svg'))).toBe(true);
});

test.each(panels)('%s holds no measure: the back end has them', (panel) => {
  const text = read(`${panel}/panel.js`) + read(`${panel}/module.js`);
  expect(MEASURES.filter(({ definition }) => text.includes(definition)).map(({ id }) => id)).toEqual([]);
});

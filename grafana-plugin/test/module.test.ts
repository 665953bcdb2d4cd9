import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** The app as `npm run build` makes it. */
const BUILT = fileURLToPath(new URL('../dist', import.meta.url));

test('the module is small: Grafana loads it wherever it lists apps', () => {
  expect(gzipSync(readFileSync(join(BUILT, 'module.js'))).length).toBeLessThan(20 * 1024);
});

test('the pages are a module of their own', () => {
  expect(existsSync(join(BUILT, 'pages/app.js'))).toBe(true);
});

test('Grafana has the pages in its navigation, for viewers', () => {
  const { includes } = JSON.parse(readFileSync(join(BUILT, 'plugin.json'), 'utf8')) as {
    readonly includes: readonly { readonly type: string }[];
  };
  expect(includes.filter(({ type }) => type === 'page')).toEqual([
    expect.objectContaining({
      path: '/a/driftline-model-app/models',
      role: 'Viewer',
      addToNav: true,
      defaultNav: true,
    }),
  ]);
});

import { existsSync, globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const SRC = fileURLToPath(new URL('../src', import.meta.url));
const ID = 'driftline-model-app';

const types = z.enum(['app', 'datasource', 'panel']);
const link = z.strictObject({ title: z.string().min(1), description: z.string().min(1), targets: z.array(z.string()) });

/**
 * What Grafana documents of plugin.json, as far as we use it. The schema is ours: none is published as a package, and
 * Grafana's own is not copied here. It is stricter, since we want every field that the catalog shows.
 */
const schema = z.strictObject({
  $schema: z.url(),
  type: types,
  name: z.string().min(1),
  id: z.string().regex(/^driftline-[0-9a-z-]+-(app|datasource|panel)$/),
  preload: z.boolean().optional(),
  metrics: z.boolean().optional(),
  annotations: z.boolean().optional(),
  alerting: z.boolean().optional(),
  backend: z.boolean().optional(),
  executable: z.string().optional(),
  info: z.strictObject({
    description: z.string().min(20),
    author: z.strictObject({ name: z.string().min(1), url: z.url().optional() }),
    keywords: z.array(z.string().min(1)).min(1),
    logos: z.strictObject({ small: z.string().endsWith('.svg'), large: z.string().endsWith('.svg') }),
    links: z.array(z.strictObject({ name: z.string().min(1), url: z.url({ protocol: /^https$/ }) })).optional(),
    screenshots: z.array(z.strictObject({ name: z.string().min(1), path: z.string().endsWith('.png') })).optional(),
    version: z.literal('%VERSION%'),
    updated: z.literal('%TODAY%'),
  }),
  includes: z
    .array(
      z.strictObject({
        type: z.enum(['page', 'dashboard', 'datasource', 'panel']),
        name: z.string().min(1),
        path: z.string().min(1),
        role: z.enum(['Viewer', 'Editor', 'Admin']).optional(),
        addToNav: z.boolean().optional(),
        defaultNav: z.boolean().optional(),
        icon: z.string().optional(),
      }),
    )
    .optional(),
  extensions: z.strictObject({ addedLinks: z.array(link) }).optional(),
  dependencies: z.strictObject({
    grafanaDependency: z.literal('>=12.4.0'),
    plugins: z.array(z.never()),
    extensions: z.strictObject({ exposedComponents: z.array(z.string()) }).optional(),
  }),
  // The one of the source comes first.
  languages: z.tuple([z.literal('en-US')], z.string()),
});

const paths = globSync('**/plugin.json', { cwd: SRC }).sort();
const read = (path: string): unknown => JSON.parse(readFileSync(join(SRC, path), 'utf8'));
const plugins = new Map(paths.map((path) => [path, schema.parse(read(path))]));
const app = plugins.get('plugin.json');
const includes = app?.includes ?? [];

test.each(paths)('%s has the documented fields, and its logo', (path) => {
  const { id, type, info } = schema.parse(read(path));
  expect(id.endsWith(`-${type}`)).toBe(true);
  expect(existsSync(join(SRC, dirname(path), info.logos.large))).toBe(true);
});

test('ids and names are taken once', () => {
  const ids = [...plugins.values()].map(({ id }) => id);
  expect(new Set(ids).size).toBe(paths.length);
  expect(app?.id).toBe(ID);
});

test('all speak the same languages, each with texts of its own', () => {
  const all = [...plugins.values()].map(({ languages }) => languages);
  expect(new Set(all.map((languages) => languages.join())).size).toBe(1);
  for (const [path, { id, languages }] of plugins) {
    const [entry = ''] = globSync('module.{ts,tsx}', { cwd: join(SRC, dirname(path)) });
    const source = readFileSync(join(SRC, dirname(path), entry), 'utf8');
    expect([path, source.includes(`await initTranslations('${id}');`)]).toEqual([path, true]);
    for (const language of languages) {
      const texts = join(dirname(path), `locales/${language}/${id}.json`);
      expect([texts, existsSync(join(SRC, texts))]).toEqual([texts, true]);
    }
  }
});

test('the app includes each nested plugin by its own name', () => {
  const nested = [...plugins].filter(([path]) => path !== 'plugin.json');
  const included = includes.filter(({ type }) => type === 'panel' || type === 'datasource');
  expect(included.map(({ path, type, name }) => [path, type, name]).sort()).toEqual(
    nested.map(([path, { type, name }]) => [path, type, name]).sort(),
  );
});

test('every page and dashboard says who may see it, and there is one start page', () => {
  const shown = includes.filter(({ type }) => type === 'page' || type === 'dashboard');
  expect(shown.filter(({ role }) => role === undefined)).toEqual([]);
  expect(shown.filter(({ defaultNav }) => defaultNav)).toHaveLength(1);
  for (const { type, path } of shown) {
    if (type === 'page') expect(path).toMatch(new RegExp(`^/a/${ID}/`));
    else expect([path, existsSync(join(SRC, path))]).toEqual([path, true]);
  }
});

test('the data source says what it can do, or Grafana does not offer it there', () => {
  // For alert rules, annotations and panels, in this order.
  expect(plugins.get('datasource/plugin.json')).toMatchObject({
    alerting: true,
    annotations: true,
    metrics: true,
    backend: true,
  });
});

test('the screenshots are the pictures that `npm run screenshots` takes, and small', () => {
  const pictures = globSync('img/*.png', { cwd: SRC }).sort();
  expect(app?.info.screenshots?.map(({ path }) => path).sort()).toEqual(pictures);
  expect(pictures.length).toBeGreaterThan(10);
  for (const path of pictures) {
    const { size } = statSync(join(SRC, path));
    expect([path, size > 8000 && size < 150_000]).toEqual([path, true]);
  }
});

test('each nested plugin has a picture of its own, which is one of the app', () => {
  const nested = [...plugins].filter(([path]) => path !== 'plugin.json');
  const pictures = app?.info.screenshots?.map(({ path }) => path) ?? [];
  for (const [path, { info }] of nested) {
    const own = info.screenshots?.map((picture) => picture.path) ?? [];
    expect([path, own.length > 0 && own.every((picture) => pictures.includes(picture))]).toEqual([path, true]);
  }
});

describe('the README of the catalog', () => {
  const readme = readFileSync(join(SRC, 'README.md'), 'utf8');

  test('shows pictures that the plugin brings', () => {
    const shown = [...readme.matchAll(/!\[(.+?)\]\((.+?)\)/g)].map(([, text, path]) => ({ text, path }));
    expect(shown.length).toBeGreaterThanOrEqual(5);
    const brought = app?.info.screenshots?.map(({ path }) => path) ?? [];
    expect(shown.filter(({ path }) => !brought.includes(path ?? ''))).toEqual([]);
  });

  test('says what is needed and how to start, without HTML', () => {
    const headings = [...readme.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(expect.arrayContaining(['Requirements', 'Getting started']));
    expect(readme.replace(/`[^`]*`/g, '')).not.toMatch(/<\/?[a-z][^>]*>/i);
  });
});

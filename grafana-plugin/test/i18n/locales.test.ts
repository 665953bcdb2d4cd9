import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runExtractor } from 'i18next-cli';
import { extractorConfig } from '../../i18n/extractor-config.ts';
import { translatedPlugins, type TranslatedPlugin } from '../../i18n/plugins.ts';

const plugins = translatedPlugins();
const SILENT = { info: () => undefined, warn: () => undefined, error: () => undefined };

interface Texts {
  readonly [key: string]: string | Texts;
}

function textsOf({ folder, id }: TranslatedPlugin, language: string): Map<string, string> {
  const read = JSON.parse(readFileSync(join(folder, `locales/${language}/${id}.json`), 'utf8')) as Texts;
  const flat = (texts: Texts, prefix: string): [string, string][] =>
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as [string, string]] : flat(value, `${prefix}${key}.`),
    );
  return new Map(flat(read, ''));
}

/** Each text of the source with its translation into each other language. */
const pairs = plugins.flatMap((plugin) => {
  const [source = '', ...others] = plugin.languages;
  const english = textsOf(plugin, source);
  return others.flatMap((language) => {
    const translated = textsOf(plugin, language);
    return [...english].map(([key, text]) => ({ key, text, language, translation: translated.get(key) ?? '' }));
  });
});

test.each(plugins.map((plugin) => [plugin.id, plugin] as const))(
  '%s: the texts are those of the sources, or `npm run i18n-extract` has to run',
  async (_, plugin) => {
    const options = { isDryRun: true, syncPrimaryWithDefaults: true, quiet: true, logger: SILENT };
    const { hasErrors, results } = await runExtractor(extractorConfig(plugin), options);
    expect(hasErrors).toBe(false);
    expect(results.length).toBe(plugin.languages.length);
    expect(results.filter(({ updated }) => updated).map(({ path }) => path)).toEqual([]);
  },
);

test('every text is translated, with the same values in it', () => {
  const valuesIn = (text: string): string[] => [...new Set(text.match(/\{\{.*?\}\}|<\/?\d+>/g))].sort();
  expect(pairs.length).toBeGreaterThan(700);
  expect(pairs.filter(({ text, translation }) => text === '' || translation === '')).toEqual([]);
  expect(pairs.filter(({ text, translation }) => `${valuesIn(text)}` !== `${valuesIn(translation)}`)).toEqual([]);
});

test('a text that several plugins show is translated once', () => {
  const translations = new Map<string, Set<string>>();
  for (const { key, language, translation } of pairs) {
    const name = `${language} ${key}`;
    translations.set(name, (translations.get(name) ?? new Set()).add(translation));
  }
  expect([...translations].filter(([, several]) => several.size > 1)).toEqual([]);
});

test('regression: a text that a value goes into takes it as it is, not as HTML', () => {
  // Names and numbers in a language may hold what HTML escapes; a count is a plain number.
  const escaped = pairs
    .filter(({ text }) => /\{\{(?!-)/.test(text))
    .flatMap(({ text }) => text.match(/\{\{\w+\}\}/g) ?? []);
  const numbers = ['all', 'bad', 'count', 'from', 'limit', 'minimum', 'missing', 'more', 'n', 'noise', 'number'];
  const others = ['observations', 'perBin', 'shown', 'to'];
  expect([...new Set(escaped)].sort()).toEqual([...numbers, ...others].map((name) => `{{${name}}}`).sort());
});

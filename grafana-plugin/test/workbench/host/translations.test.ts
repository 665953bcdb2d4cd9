/** @jest-environment jsdom */
import '../../jsdom.ts';
import i18next from 'i18next';
import { initLanguage, loadTranslations } from '../../../workbench/src/host/translations.ts';

const FILES: Readonly<Record<string, object>> = {
  '/drift/plugin.json': { id: 'drift-panel', languages: ['en-US', 'de-DE'] },
  '/drift/locales/de-DE/drift-panel.json': { greeting: 'Guten Tag' },
  '/english/plugin.json': { id: 'english-panel' },
};

const asked: string[] = [];

beforeEach(() => {
  asked.splice(0);
  window.fetch = (address) => {
    asked.push(String(address));
    return Promise.resolve({ ok: true, json: () => Promise.resolve(FILES[String(address)]) } as Response);
  };
});

async function open(language: string): Promise<void> {
  window.history.replaceState(undefined, '', `/?lang=${language}`);
  await initLanguage();
}

test('loads what a plugin says in the language of the user, under its own id', async () => {
  await open('de-DE');
  await loadTranslations('/drift/');
  expect(i18next.getFixedT(null, 'drift-panel')('greeting', 'Hello')).toBe('Guten Tag');
});

test('a plugin that does not have the language speaks English', async () => {
  await open('de-DE');
  await loadTranslations('/english/');
  expect(asked).toEqual(['/english/plugin.json']);
});

test('English is that of the source: nothing is loaded', async () => {
  await open('en-US');
  await loadTranslations('/drift/');
  expect(asked).toEqual([]);
});

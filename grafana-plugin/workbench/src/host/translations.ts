import i18next, { type Resource } from 'i18next';
import { chosenLanguage, LANGUAGES } from './language-choice.ts';

/** English texts are those of the source: Grafana loads none of them. */
const DEFAULT_LANGUAGE = 'en-US';

/** Sets up the one i18next of the page, which plugins share, in the user's language. */
export async function initLanguage(): Promise<void> {
  const language = chosenLanguage();
  await i18next.init({
    lng: language,
    fallbackLng: DEFAULT_LANGUAGE,
    // Grafana has texts of its own; a language without any would not be taken.
    resources: { [language]: { grafana: { language: LANGUAGES[language] } } },
    partialBundledLanguages: true,
    returnEmptyString: false,
  });
}

/**
 * Loads what a plugin says in the user's language, before its code, as Grafana does of each plugin whose plugin.json names
 * the language.
 *
 * @param address - of the plugin's folder, with a slash at its end
 */
export async function loadTranslations(address: string): Promise<void> {
  const language = i18next.resolvedLanguage ?? DEFAULT_LANGUAGE;
  if (language === DEFAULT_LANGUAGE) return;
  const { id, languages = [] } = await read<{ id: string; languages?: string[] }>(`${address}plugin.json`);
  if (!languages.includes(language)) return;
  const texts = await read<Resource>(`${address}locales/${language}/${id}.json`);
  i18next.addResourceBundle(language, id, texts, true, false);
}

async function read<T>(address: string): Promise<T> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answers ${response.status}: run npm run build.`);
  return (await response.json()) as T;
}

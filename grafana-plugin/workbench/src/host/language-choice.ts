/** Languages into which the plugin is translated. */
export const LANGUAGES = { 'en-US': 'English', 'de-DE': 'Deutsch' } as const;

export type Language = keyof typeof LANGUAGES;

const PARAMETER = 'lang';

/** The language that the address asks for, else the one that it asked for before, else English. */
export function chosenLanguage(): Language {
  const asked = new URLSearchParams(window.location.search).get(PARAMETER);
  if (isLanguage(asked)) {
    // Links of the app's pages carry no language: in Grafana it is the user's.
    window.sessionStorage.setItem(PARAMETER, asked);
    return asked;
  }
  const before = window.sessionStorage.getItem(PARAMETER);
  return isLanguage(before) ? before : 'en-US';
}

const isLanguage = (text: string | null): text is Language => text !== null && Object.hasOwn(LANGUAGES, text);

/** The other language. */
export function otherLanguage(): Language {
  return chosenLanguage() === 'en-US' ? 'de-DE' : 'en-US';
}

/** Reloads in another language: plugins are loaded with the texts of one. */
export function switchLanguage(): void {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, otherLanguage());
  window.location.assign(address);
}

export type ThemeName = 'dark' | 'light';

const PARAMETER = 'theme';

/** The theme that the address asks for, else the one that it asked for before, else the one that the system prefers. */
export function chosenTheme(): ThemeName {
  const asked = new URLSearchParams(window.location.search).get(PARAMETER);
  if (isTheme(asked)) {
    // Links of the app's pages carry no theme: in Grafana it is the user's.
    window.sessionStorage.setItem(PARAMETER, asked);
    return asked;
  }
  const before = window.sessionStorage.getItem(PARAMETER);
  if (isTheme(before)) return before;
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

const isTheme = (text: string | null): text is ThemeName => text === 'dark' || text === 'light';

/** Reloads in the other theme: panels keep colors that they worked out once. */
export function switchTheme(): void {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, chosenTheme() === 'dark' ? 'light' : 'dark');
  window.location.assign(address);
}

export type ThemeName = 'dark' | 'light';

const PARAMETER = 'theme';

/** The theme that the address asks for, else the one that the system prefers. */
export function chosenTheme(): ThemeName {
  const asked = new URLSearchParams(window.location.search).get(PARAMETER);
  if (asked === 'dark' || asked === 'light') return asked;
  return window.matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark';
}

/** Reloads in the other theme: panels keep colors that they worked out once. */
export function switchTheme(): void {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, chosenTheme() === 'dark' ? 'light' : 'dark');
  window.location.assign(address);
}

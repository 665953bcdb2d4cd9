/** Orders texts by code unit: the same everywhere, whatever the locale, also where there is no `Intl`. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

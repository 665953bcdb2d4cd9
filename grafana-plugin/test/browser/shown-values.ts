import type { Page } from 'playwright-core';

/** How near a value on screen is to the store's: three digits, and a page that is some seconds older than the store. */
const NEAR = 0.02;

/** The text of a cell of the row that has all of the texts. */
export async function cellText(page: Page, table: string, texts: readonly string[], column: string): Promise<string> {
  const shown = page.getByRole('table', { name: table, exact: true });
  await shown.waitFor();
  const titles = await shown.getByRole('columnheader').allInnerTexts();
  let row = shown.getByRole('row');
  for (const text of texts) row = row.filter({ has: page.getByRole('cell', { name: text }) });
  return row.first().getByRole('cell').nth(titles.indexOf(column)).innerText();
}

/** The number of a text such as `1,234 ms`. */
export function numberIn(text: string): number {
  return Number(text.replaceAll(',', '').replace(/^[^\d−-]*|[^\d.]*$/g, ''));
}

/** Holds a number on screen against that of the store, which is above zero. */
export function expectNear(shown: number, expected: number): void {
  expect(expected).toBeGreaterThan(0);
  expect(Math.abs(shown - expected) / expected).toBeLessThan(NEAR);
}

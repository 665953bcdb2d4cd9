import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Controls of Grafana itself, which name themselves in other words than they show, or not at all. */
const OF_GRAFANA = [
  '[data-testid="data-testid RefreshPicker run button"]',
  '[aria-label^="Choose refresh time interval"]',
  'button[aria-label="All series selected"]',
];

/**
 * What axe finds serious or critical on a page: the rule, and what breaks it.
 *
 * @param rules - of axe; all of them unless given
 */
export async function accessibilityFaults(page: Page, rules: readonly string[] = []): Promise<string[]> {
  await page.evaluate(await readFile(AXE, 'utf8'));
  // A color on its way to another one is not what a reader reads, and an answer may change one while axe looks.
  await page.addStyleTag({ content: '*, *::before, *::after { transition: none !important; }' });
  const { violations } = await page.evaluate(
    async ({ exclude, options }): Promise<AxeResults> => {
      const { axe } = globalThis as unknown as { axe: { run(context: object, options: object): Promise<AxeResults> } };
      return axe.run({ include: document, exclude }, options);
    },
    {
      exclude: OF_GRAFANA,
      options: {
        resultTypes: ['violations'],
        ...(rules.length === 0 ? {} : { runOnly: { type: 'rule', values: rules } }),
      },
    },
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

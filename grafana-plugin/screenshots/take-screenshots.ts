/**
 * `npm run screenshots --workspace driftline-model-app`: takes the pictures of the documentation and of the catalog from the
 * built plugin in the workbench, over generated history, and writes them to `src/img`. Needs a Chromium and a store.
 */
import { fileURLToPath } from 'node:url';
import { chromium, type Page } from 'playwright-core';
import { startStore, type SeriesHistory } from '@driftline/local-store';
import { CHROMIUM_FLAGS, findChromium } from '../test/browser/chromium.ts';
import { givenAlerting } from '../test/browser/given-alerting.ts';
import { panelHistory } from '../test/browser/panel-history.ts';
import { dashboardOf, panelOf, QUERIES } from '../test/browser/panels-dashboard.ts';
import { recordedModels } from '../test/browser/recorded-models.ts';
import { startWorkbench } from '../workbench/server/server.ts';
import { PAGES, PANELS } from './pictures.ts';

const IMAGES = fileURLToPath(new URL('../src/img/', import.meta.url));
const MODELS = '/a/driftline-model-app/models';
const SIZE = { width: 1280, height: 720 };
/** The panels are shown at the width that two have side by side. */
const PANEL_SIZE = { width: 800, height: 720 };

const executablePath = findChromium();
if (executablePath === undefined) throw new Error('There is no Chromium here: install one or set CHROMIUM_PATH.');
const browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });

/** Runs a body with a page of the workbench over a store with this history. */
async function over(history: SeriesHistory[], size: typeof SIZE, body: (page: Page, url: string) => Promise<void>) {
  const store = await startStore({ history });
  const workbench = await startWorkbench({ store: store.url, alerting: () => givenAlerting(Date.now()) });
  const page = await browser.newPage({ viewport: size });
  try {
    await body(page, workbench.url);
  } finally {
    await page.close();
    await workbench.close();
    await store.close();
  }
}

/** Waits until everything that the page asked for is drawn. */
async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  // What is loaded first asks for more.
  await page.getByText('Loading', { exact: false }).first().waitFor({ state: 'detached' });
  await page.waitForLoadState('networkidle');
  await page.evaluate('document.fonts.ready');
  // Drawers slide in.
  await page.evaluate('Promise.all(document.getAnimations().map((each) => each.finished.catch(() => undefined)))');
}

const path = (name: string): string => `${IMAGES}${name}.png`;

try {
  await over(recordedModels(Date.now()), SIZE, async (page, url) => {
    for (const { name, address } of PAGES) {
      await page.goto(`${url}${MODELS}${address}${address.includes('?') ? '&' : '?'}from=now-6h&to=now&theme=dark`);
      await page.locator('main h1').waitFor();
      await settled(page);
      // The workbench's own header is not part of the app.
      await page.addStyleTag({ content: '#workbench > div > header { display: none }' });
      const { height = SIZE.height } = (await page.locator('main').boundingBox()) ?? {};
      const clip = { x: 0, y: 0, width: SIZE.width, height: Math.min(height, SIZE.height) };
      await page.screenshot({ path: path(name), clip });
    }
  });
  await over(panelHistory(Date.now()), PANEL_SIZE, async (page, url) => {
    for (const { name, type, title, height, options } of PANELS) {
      const panel = { ...panelOf(type, { x: 0, y: 0, w: 24, h: height }, QUERIES[type] ?? [], options), title };
      await page.unroute('**/api/workbench/dashboard');
      await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: dashboardOf([panel]) }));
      await page.goto(`${url}/?theme=dark`);
      const shown = page.getByTestId(`data-testid Panel header ${title}`);
      await shown.waitFor();
      await settled(page);
      await shown.screenshot({ path: path(name) });
    }
  });
} finally {
  await browser.close();
}

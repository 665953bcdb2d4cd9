import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { chromium, type Browser, type Page } from 'playwright-core';
import { startStore, type Store } from '@driftline/local-store';
import { startWorkbench, type WorkbenchServer } from '../../workbench/server/server.ts';
import { CHROMIUM_FLAGS } from './chromium.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { panelHistory } from './panel-history.ts';
import { dashboardOf, panelOf, QUERIES } from './panels-dashboard.ts';
import { watchPage } from './watch-page.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

describeInBrowser('the built plugins under React 18.3, as Grafana below 13.2 runs it', story);

function story(executablePath: string): void {
  let store: Store;
  let workbench: WorkbenchServer;
  let browser: Browser;
  let page: Page;
  let faults: string[] = [];

  beforeAll(async () => {
    const [running] = await Promise.all([
      startStore({ kind: 'prometheus', history: panelHistory(Date.now()) }),
      promisify(execFile)('npm', ['run', 'build:workbench-react-18'], { cwd: PACKAGE }),
    ]);
    store = running;
    workbench = await startWorkbench({ store: store.url, react: 18 });
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    faults = watchPage(page).faults;
  });

  afterAll(async () => {
    await browser?.close();
    await workbench?.close();
    await store?.close();
  });

  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });

  test('every panel draws', async () => {
    const types = Object.keys(QUERIES);
    const panels = types.map((type, i) =>
      panelOf(type, { x: 8 * (i % 3), y: 9 * Math.floor(i / 3), w: 8, h: 9 }, QUERIES[type] ?? [], {}, i + 1),
    );
    await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: dashboardOf(panels) }));
    await page.goto(`${workbench.url}/?theme=dark`);
    for (const type of types) await page.getByTestId(type.replace(/-panel$/, '')).waitFor();
    const map = page.getByTestId('driftline-drift-map').getByRole('application');
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('tooltip').waitFor();
  });

  test('the pages of the app draw', async () => {
    await page.goto(`${workbench.url}/a/driftline-model-app?theme=dark`);
    await page.getByRole('link', { name: 'income' }).first().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('main [role="alert"]').length)).toBe(0);
  });
}

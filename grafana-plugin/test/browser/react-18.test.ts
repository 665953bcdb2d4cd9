import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describeInBrowser } from './describe-in-browser.ts';
import type { Given } from './given-page.ts';
import { panelHistory } from './panel-history.ts';
import { dashboardOf, panelOf, QUERIES } from './panels-dashboard.ts';

const PACKAGE = fileURLToPath(new URL('../../', import.meta.url));

const SETTING = {
  history: panelHistory,
  workbench: { react: 18 },
  meanwhile: () => promisify(execFile)('npm', ['run', 'build:workbench-react-18'], { cwd: PACKAGE }),
} as const;

describeInBrowser('the built plugins under React 18.3, as Grafana below 13.2 runs it', SETTING, story);

function story(given: Given): void {
  test('every panel draws', async () => {
    const { page } = given;
    const types = Object.keys(QUERIES);
    const panels = types.map((type, i) =>
      panelOf(type, { x: 8 * (i % 3), y: 9 * Math.floor(i / 3), w: 8, h: 9 }, QUERIES[type] ?? [], {}, i + 1),
    );
    await given.openDashboard(dashboardOf(panels));
    for (const type of types) await page.getByTestId(type.replace(/-panel$/, '')).waitFor();
    const map = page.getByTestId('driftline-drift-map').getByRole('application');
    await map.focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('tooltip').waitFor();
  });

  test('the pages of the app draw', async () => {
    const { page, open } = given;
    await open('/a/driftline-model-app?theme=dark');
    await page.getByRole('link', { name: 'income' }).first().waitFor();
    expect(await page.evaluate(() => document.querySelectorAll('main [role="alert"]').length)).toBe(0);
  });
}

import type { Locator, Page, Response } from 'playwright-core';
import { waitUntil } from '@driftline/local-store/testing';
import { startWorkbench } from '../../workbench/server/server.ts';
import type { PanelJson } from '../../workbench/src/dashboard/dashboard-json.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import type { Given } from './given-page.ts';
import { FEATURES, GROUPS, panelHistory } from './panel-history.ts';
import { annotationsOf, dashboardOf, panelOf, QUERIES } from './panels-dashboard.ts';

/** What the test of annotations reads of an answer. */
interface AnnotationFrame {
  readonly data: { readonly values: readonly (readonly unknown[])[] };
}

const WHOLE = { x: 0, y: 0, w: 24, h: 14 };

describeInBrowser('the built panels over a store', { history: panelHistory }, story);

function story(given: Given): void {
  let page: Page;

  beforeAll(() => {
    ({ page } = given);
  });

  /** Opens a dashboard of these panels. */
  const open = (...panels: PanelJson[]): Promise<void> => given.openDashboard(dashboardOf(panels));
  const opened = async (type: string, options: object = {}): Promise<Locator> => {
    await open(panelOf(type, WHOLE, QUERIES[type] ?? [], options));
    const panel = page.getByTestId(type.replace(/-panel$/, ''));
    await panel.waitFor();
    return panel;
  };

  test('one query of the PSI suffices for both sides of the most drifted feature', async () => {
    const panel = await opened('driftline-distribution-panel');
    await expect(panel.locator('g[data-bin]').count()).resolves.toBe(10);
    await inLegend(panel, 'Training data').waitFor();
    await waitUntil(
      "the store's PSI of age",
      async () =>
        [
          Number(await page.getByTestId('driftline-psi').innerText()),
          await given.stored({ measure: 'psi', where: { feature: ['age'] } }),
        ] as const,
      ([shown, stored]) => stored > 0.25 && Math.abs(shown - stored) < 0.02,
    );
  });

  test('regression: a click in the legend hides a side, and another shows it again', async () => {
    const panel = await opened('driftline-distribution-panel');
    const bars = panel.locator('g[data-bin="≤22"] rect');
    await waitUntil(
      'both bars',
      () => bars.count(),
      (count) => count === 3,
    );
    await inLegend(panel, 'Live').click();
    await waitUntil(
      'one bar',
      () => bars.count(),
      (count) => count === 2,
    );
    await inLegend(panel, 'Live').click();
    await waitUntil(
      'both bars again',
      () => bars.count(),
      (count) => count === 3,
    );
  });

  test('regression: a click in the legend of the drift panel leaves one line', async () => {
    const panel = await opened('driftline-drift-panel');
    const label = inLegend(panel, 'age');
    await label.click();
    const other = inLegend(panel, 'workclass');
    await waitUntil(
      'the others to be dimmed',
      async () => [await colorOf(label), await colorOf(other)],
      ([shown, hidden]) => shown !== hidden,
    );
  });

  test('the map has a row for each feature, the drifted one first', async () => {
    const panel = await opened('driftline-drift-map-panel');
    const [first, ...others] = await panel.locator('[title]').allInnerTexts();
    expect(first).toBe('age');
    expect([first, ...others].sort()).toEqual([...FEATURES].sort());
    const map = panel.getByRole('application');
    await map.focus();
    await page.keyboard.press('ArrowDown');
    expect(await page.getByRole('tooltip').innerText()).toMatch(/^age\s+Value\s+0\.\d+, critical/);
    const colors = await panel.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
      const at = (row: number): string =>
        [...(canvas.getContext('2d')?.getImageData(canvas.width - 3, row, 1, 1).data ?? [])].join();
      return [at(0), at(canvas.height - 1)];
    });
    expect(colors[0]).not.toBe(colors[1]);
  });

  test('groups are compared with the highest rate, and a group of few people has no number', async () => {
    const panel = await opened('driftline-fairness-panel');
    const row = (group: string): Promise<string> => panel.getByRole('row', { name: new RegExp(group) }).innerText();
    const { each = 1, favorable = 0 } = GROUPS['Female'] ?? {};
    const rate = await given.stored({ measure: 'selection-rate', favorable: '>50K' }, { ml_group_value: 'Female' });
    expect(rate).toBeCloseTo(favorable / each, 1);
    expect(await row('Female')).toMatch(/20(\.0)?%\s+0\.50\s+n \d+/);
    expect(await row(': Male')).toContain('reference');
    expect(await row('Diverse')).toContain('too few people to show');
  });

  test('the confusion matrix has the counts of the store, or shares', async () => {
    const panel = await opened('driftline-confusion-panel');
    const cells = await panel.locator('td').allInnerTexts();
    const counts = cells.map((text) => Number(text.replace(',', '')));
    expect(counts).toHaveLength(4);
    expect((counts[0] as number) / (counts[3] as number)).toBeCloseTo(12 / 5, 1);
    const shares = await (await opened('driftline-confusion-panel', { show: 'row' })).locator('td').allInnerTexts();
    expect(shares.slice(0, 2).reduce((sum, text) => sum + Number.parseFloat(text), 0)).toBeCloseTo(100, 0);
  });

  test('regression: a model that never reported is said with those that do', async () => {
    await open(panelOf('driftline-drift-panel', WHOLE, [{ measure: 'psi', where: { model: ['incme'] } }]));
    await page.getByText('The model “incme” did not report').waitFor();
    await page.getByText('These did in this time range: income.').waitFor();
  });

  test('regression: one query that fails leaves the others, and is said with its letter', async () => {
    const wrong = { measure: 'latency-quantile', quantile: 99 };
    await open(panelOf('driftline-drift-panel', WHOLE, [{ measure: 'psi' }, wrong]));
    await page.getByText(/^Query B: quantile is 99/).waitFor();
    await page.getByTestId('driftline-drift').waitFor();
    given.watched.forgive(/^400 |status of 400/);
  });

  test('without outcomes of a regression there is no ground truth yet', async () => {
    await open(panelOf('driftline-drift-panel', WHOLE, [{ measure: 'mean-absolute-error' }]));
    await page.getByText('No ground truth yet').waitFor();
  });

  test('annotations of a dashboard: the region of the feature that moved, and no version that is not new', async () => {
    const drift = annotationsOf('Drift', 'red', { measure: 'psi' });
    const versions = annotationsOf('Versions', 'blue', { marks: 'versions' });
    const panel = panelOf('driftline-drift-panel', WHOLE, QUERIES['driftline-drift-panel'] ?? []);
    const rows: number[] = [];
    const onResponse = async (response: Response): Promise<void> => {
      if (!response.url().includes('/api/ds/query')) return;
      const { results } = (await response.json()) as { results: Record<string, { frames: AnnotationFrame[] }> };
      for (const frame of results['Anno']?.frames ?? []) rows.push(frame.data.values[0]?.length ?? 0);
    };
    page.on('response', onResponse);
    await given.openDashboard(dashboardOf([panel], [drift, versions]));
    await page.getByTestId('driftline-drift').waitFor();
    // One region of age; the version reported before the range.
    await waitUntil(
      'both answers',
      () => Promise.resolve(rows),
      (all) => all.includes(0) && all.includes(1),
    );
    page.off('response', onResponse);
  });

  test('a small panel draws something of everything', async () => {
    const types = Object.keys(QUERIES);
    await open(
      ...types.map((type, i) =>
        panelOf(type, { x: (i % 4) * 5, y: 5 * Math.floor(i / 4), w: 5, h: 5 }, QUERIES[type] ?? [], {}, i + 1),
      ),
    );
    for (const type of types) await page.getByTestId(type.replace(/-panel$/, '')).waitFor();
    const overflowing = await page.evaluate(
      () =>
        [...document.querySelectorAll('[data-testid^="driftline-"]')].filter(
          (element) => element.scrollWidth > element.clientWidth + 1,
        ).length,
    );
    expect(overflowing).toBe(0);
  });

  test('regression: a dead store is an error, never a model without drift', async () => {
    const types = Object.keys(QUERIES);
    const dead = await startWorkbench({ store: 'http://127.0.0.1:9' });
    try {
      const panels = types.map((type, i) =>
        panelOf(type, { x: 0, y: 6 * i, w: 24, h: 6 }, QUERIES[type] ?? [], {}, i + 1),
      );
      await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: dashboardOf(panels) }));
      await page.goto(`${dead.url}/?theme=dark`);
      await waitUntil(
        'an alert in every panel in view',
        () => page.getByRole('alert').allInnerTexts(),
        (texts) =>
          texts.length >= 3 &&
          texts.every((text) => text.includes('Query A: The store at http://127.0.0.1:9 cannot be reached')),
      );
    } finally {
      await page.goto('about:blank');
      await dead.close();
      given.watched.forgive(/^50\d |status of 50\d/);
    }
  });
}

/** The label of a series in the legend of a panel. */
function inLegend(panel: Locator, name: string): Locator {
  return panel.getByTestId(`data-testid VizLegend series ${name}`).locator('button');
}

function colorOf(label: Locator): Promise<string> {
  return label.evaluate((element) => getComputedStyle(element).color);
}

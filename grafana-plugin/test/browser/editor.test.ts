import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '@driftline/local-store/testing';
import type { WorkbenchServer } from '../../workbench/server/server.ts';
import type { DashboardJson, PanelJson } from '../../workbench/src/dashboard/dashboard-json.ts';
import { accessibilityFaults } from './accessibility.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import type { Given } from './given-page.ts';
import { annotationsOf, dashboardOf, panelOf } from './panels-dashboard.ts';
import { recordedModels } from './recorded-models.ts';

const MODELS = '/a/driftline-model-app/models';

const INCOME = { model: ['income'] };
const HISTOGRAM: PanelJson = {
  ...panelOf('timeseries', { x: 0, y: 10, w: 12, h: 8 }, [], {}, 2),
  title: 'Durations',
  datasource: { type: 'prometheus', uid: 'prometheus' },
  targets: [
    {
      refId: 'A',
      expr: 'histogram_quantile(0.5, sum by (le, ml_model_name) (rate(ml_prediction_duration_bucket{ml_model_name="income"}[5m])))',
    } as PanelJson['targets'][number],
  ],
};
const NOWHERE = { name: 'nowhere', label: 'Nowhere', type: 'query', query: 'features(absent)', multi: false };

/** A panel of drift, one of a histogram of Prometheus, and one that is narrowed to a variable that lists nothing. */
const DASHBOARD: DashboardJson = {
  ...dashboardOf(
    [
      {
        ...panelOf('driftline-drift-panel', { x: 0, y: 0, w: 24, h: 10 }, [{ measure: 'psi', where: INCOME }]),
        title: 'Drift of income',
      },
      HISTOGRAM,
      panelOf(
        'driftline-drift-panel',
        { x: 12, y: 10, w: 12, h: 8 },
        [{ measure: 'psi', where: { feature: ['$nowhere'] } }],
        {},
        3,
      ),
    ],
    [
      annotationsOf('Drift', 'red', { measure: 'psi', where: INCOME }),
      annotationsOf('Versions', 'blue', { marks: 'versions', where: INCOME }),
    ],
  ),
  uid: 'board',
  templating: { list: [{ ...NOWHERE, includeAll: false }] },
};

/** What Grafana's editor of alert rules is opened with, as far as the tests look at it. */
interface Values {
  readonly name: string;
  readonly annotations: readonly { readonly key: string; readonly value: string }[];
  readonly queries: readonly { readonly model: Readonly<Record<string, unknown>> }[];
}

describeInBrowser(
  'the query editor and the links over the built plugins',
  { history: recordedModels, width: 1280 },
  story,
);

function story(given: Given): void {
  let workbench: WorkbenchServer;
  let page: Page;

  beforeAll(async () => {
    ({ workbench, page } = given);
    await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: DASHBOARD }));
    await page.goto(`${workbench.url}/explore?theme=dark`);
    await editor().getByLabel('Measure').waitFor();
  });

  const editor = (): Locator => page.getByRole('region', { name: 'Query' });
  const group = (title: string): Locator => editor().getByRole('button', { name: new RegExp(`^${title}`) });
  const choose = async (label: string, option: string | RegExp): Promise<void> => {
    await editor().getByLabel(label, { exact: true }).click();
    await page.getByRole('option', { name: option }).first().click();
  };
  /** Of a list that is longer than what is drawn of it. */
  const chooseMeasure = async (name: string): Promise<void> => {
    await editor().getByLabel('Measure').fill(name);
    await page
      .getByRole('option', { name: new RegExp(`^${name}`) })
      .first()
      .click();
  };
  const shown = (locator: Locator, matches: RegExp): Promise<unknown> =>
    waitUntil(
      String(matches),
      () => locator.innerText(),
      (text) => matches.test(text),
    );
  const address = (): URL => new URL(page.url());

  test('the keyboard alone chooses a measure, opens the options and sets one', async () => {
    await page.getByRole('radio', { name: 'Explore' }).focus();
    const focused = (): Promise<string> =>
      page.evaluate(() => {
        const element = document.activeElement as HTMLInputElement | null;
        return element?.labels?.[0]?.innerText ?? element?.getAttribute('aria-labelledby') ?? '';
      });
    const tabTo = async (name: RegExp): Promise<void> => {
      for (let i = 0; i < 30; i += 1) {
        await page.keyboard.press('Tab');
        const label = await focused();
        const text = await page.evaluate((id) => document.getElementById(id)?.innerText ?? id, label);
        if (name.test(text)) return;
      }
      throw new Error(`Tab never reached ${String(name)}.`);
    };
    await tabTo(/^Measure/);
    await page.keyboard.type('disparate IMPACT');
    await page.getByRole('option', { name: /^Disparate impact/ }).waitFor();
    await page.keyboard.press('Enter');
    await editor().getByText('Group attribute').waitFor();
    expect(await editor().getByText('Compared with').count()).toBe(0);
    await tabTo(/^Options/);
    await page.keyboard.press('Enter');
    await tabTo(/^Min\. group size/);
    await page.keyboard.type('30');
    await page.keyboard.press('Enter');
    await group('Options').press('Enter');
    await editor().getByText('Window: 5m · Min. group size: 30').waitFor();
  });

  test('a change of measure drops what it does not use; a sentence says what it is compared with', async () => {
    await chooseMeasure('PSI');
    await editor().getByText('Window: 5m', { exact: true }).waitFor();
    await choose('Compared with', 'an earlier time');
    await choose('How much earlier', '7 days earlier');
    await group('PromQL').click();
    await shown(page.getByTestId('driftline-promql'), /offset 1w/);
    await choose('Compared with', 'the training data');
    await shown(page.getByTestId('driftline-promql'), /ml_reference_feature_ratio/);
    await editor().locator('label', { hasText: 'Measure' }).locator('svg').hover();
    await page.getByRole('tooltip').getByText('Population stability index').waitFor();
  });

  test('the PromQL opens in Explore of the data source of Prometheus', async () => {
    const href = await editor().getByRole('link', { name: 'Open in Explore' }).getAttribute('href');
    const panes = new URL(href ?? '', workbench.url).searchParams.get('panes') ?? '';
    const [pane] = Object.values(JSON.parse(panes) as Record<string, { datasource: string; queries: object[] }>);
    expect(pane?.datasource).toBe('prometheus');
    expect(pane?.queries).toEqual([
      expect.objectContaining({ expr: await page.getByTestId('driftline-promql').innerText() }),
    ]);
  });

  test.each([
    ['Alert rule', ['Window', 'Show', 'Min. observations', 'Resolve within'], ['Format', 'Type', 'Legend']],
    ['Annotations', ['Window', 'Min. observations'], ['Format', 'Type', 'Legend', 'Resolve within']],
  ])('where the place is %s, it offers what makes sense there', async (place, offered, hidden) => {
    // A tooltip would lie over it.
    await page.mouse.move(0, 0);
    await page.getByRole('radio', { name: place }).check();
    await group('Options').click();
    const labels = editor().locator('label');
    await editor().getByText('Min. observations').waitFor();
    const names = (await labels.allInnerTexts()).map((text) => text.trim());
    expect(names).toEqual(expect.arrayContaining(offered));
    expect(names.filter((name) => hidden.includes(name))).toEqual([]);
    await expect(editor().getByRole('button', { name: 'Create alert rule' }).count()).resolves.toBe(0);
  });

  test('of a variable it asks what it lists, and of which model', async () => {
    await page.mouse.move(0, 0);
    await page.getByRole('radio', { name: 'Variable' }).check();
    await choose('List', 'Features');
    await choose('Of model', 'income');
    await waitUntil(
      'the model',
      () => editor().getByLabel('Of model').inputValue(),
      (model) => model === 'income',
    );
  });

  test('nothing in the editor keeps a reader out in both themes, and it fits into 300 pixels', async () => {
    const found: string[] = [];
    await page.getByRole('radio', { name: 'Explore' }).check();
    for (const theme of ['dark', 'light']) {
      if (theme === 'light') await page.goto(`${workbench.url}/explore?theme=light`);
      await group('Options').click();
      await group('PromQL').click();
      await page.getByTestId('driftline-promql').waitFor();
      found.push(...(await accessibilityFaults(page)));
      // The page has 16 pixels of its own on each side.
      await editor().evaluate((element) => {
        element.style.width = '332px';
      });
      const overflow = await editor().evaluate((element) => element.scrollWidth - element.clientWidth);
      if (overflow > 0) found.push(`${theme}: ${overflow} pixels too wide`);
    }
    expect(found).toEqual([]);
  });

  /** What the editor of rules got, after the back end has answered its query as for an alert rule. */
  const answeredRule = async (): Promise<Values> => {
    const text = await page.getByTestId('rule-values').innerText();
    const values = JSON.parse(text) as Values;
    const response = await fetch(`${workbench.url}/api/ds/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', FromAlert: 'true' },
      body: JSON.stringify({
        from: String(Date.now() - 3_600_000),
        to: String(Date.now()),
        queries: [{ ...values.queries[0]?.model, datasource: { uid: 'driftline' } }],
      }),
    });
    const { results } = (await response.json()) as { results: Record<string, { frames?: unknown[]; error?: string }> };
    expect([response.status, results['A']?.error]).toEqual([200, undefined]);
    expect(results['A']?.frames?.length).toBeGreaterThan(0);
    return values;
  };

  test("Create alert rule opens Grafana's editor with a query that the back end answers, and leads back", async () => {
    await editor().getByRole('button', { name: 'Create alert rule' }).click();
    const values = await answeredRule();
    expect(values.name).toContain('PSI');
    expect(address().pathname).toBe('/alerting/new');
    await page.getByRole('link', { name: 'Back' }).click();
    await editor().getByLabel('Measure').waitFor();
    expect(address().pathname).toBe('/explore');
  });

  const openBoard = async (): Promise<void> => {
    await page.goto(`${workbench.url}/?from=now-3h`);
    await page.getByTestId('driftline-drift').first().waitFor();
  };
  const back = async (): Promise<void> => {
    await page.goBack();
    await page.getByRole('link', { name: /^PSI of age/ }).waitFor();
  };
  const follow = async (panel: string, link: string): Promise<void> => {
    await page.getByText(panel, { exact: true }).hover();
    await page.getByRole('button', { name: `Menu for panel ${panel}` }).click();
    await page.getByRole('menuitem', { name: 'Driftline' }).hover();
    await page.getByRole('menuitem', { name: link }).click();
  };

  test('a region on the drift panel says what was crossed, with tags and a link; a version has a mark', async () => {
    await openBoard();
    const panel = page.getByTestId('driftline-drift').first();
    const region = panel.getByRole('link', { name: /^PSI of age/ });
    await region.hover();
    const tooltip = page.getByRole('tooltip');
    await tooltip.getByText(/^PSI of age .* > 0\.25/).waitFor();
    await expect(tooltip.innerText()).resolves.toMatch(/critical · income/);
    await expect(tooltip.getByRole('link', { name: 'Open feature' }).getAttribute('href')).resolves.toContain(
      `${MODELS}/income/drift?`,
    );
    await panel
      .getByRole('link', { name: /1\.4\.0/ })
      .last()
      .hover();
    await tooltip
      .getByText(/1\.4\.0/)
      .first()
      .waitFor();
  });

  test('a variable that lists nothing is said, and never asks for all', async () => {
    await page.getByText('Query A: The variable $nowhere has no value').waitFor();
  });

  test('the menu of a panel creates an alert rule that is linked to the panel', async () => {
    await follow('Drift of income', 'Create alert rule');
    const { annotations } = await answeredRule();
    expect(annotations).toEqual(
      expect.arrayContaining([
        { key: '__dashboardUid__', value: 'board' },
        { key: '__panelId__', value: '1' },
      ]),
    );
    await back();
  });

  test('the menu of a panel opens the model', async () => {
    await follow('Drift of income', 'Open model');
    await page.getByRole('heading', { name: 'income' }).waitFor();
    expect([address().pathname, address().searchParams.get('from')]).toEqual([`${MODELS}/income/drift`, 'now-3h']);
    await back();
  });

  test('any histogram of Prometheus can be watched for drift, with the bins of the store', async () => {
    await follow('Durations', 'Watch this distribution for drift');
    await editor().getByLabel('Histogram', { exact: true }).waitFor();
    expect(address().pathname).toBe('/explore');
    const valueOf = (label: string): Promise<string> => editor().getByLabel(label, { exact: true }).inputValue();
    await expect(valueOf('Histogram')).resolves.toBe('ml_prediction_duration{ml_model_name="income"}');
    await expect(valueOf('Bin edges')).resolves.toBe('0.005, 0.01, 0.025, 0.05');
    await expect(valueOf('Group by')).resolves.toBe('ml_model_name');
    await expect(valueOf('Compared with')).resolves.toBe('an earlier time');
    // The store has reported for six hours.
    await choose('How much earlier', '1 hour earlier');
    await page
      .getByText(/^income/)
      .first()
      .waitFor();
    await back();
  });

  test('a click on a region leads to the feature', async () => {
    await page.getByRole('link', { name: /^PSI of age/ }).click();
    await page.getByRole('heading', { name: 'age', exact: true }).waitFor();
    await page.goto(`${workbench.url}/?page=links`);
  });

  test.each([
    ['Open the model of this alert', `${MODELS}/income/drift`, 'age'],
    ['Open the model of this rule', `${MODELS}/income/fairness`, null],
    ['Driftline: models', MODELS, null],
  ])('%s leads to %s', async (link, path, feature) => {
    await page.getByRole('link', { name: link }).click();
    await page.getByRole('table').first().waitFor();
    expect([address().pathname, address().searchParams.get('feature')]).toEqual([path, feature]);
    await page.goBack();
  });
}

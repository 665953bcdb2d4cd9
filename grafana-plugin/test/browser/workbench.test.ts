import getPort from 'get-port';
import type { Locator, Page, Request } from 'playwright-core';
import { playedRows, readScenario, Sender, type Replica } from '@driftline/example-common';
import { people, startIncomeReplica } from '@driftline/income-service';
import { query, type Store } from '@driftline/local-store';
import { waitUntil } from '@driftline/local-store/testing';
import { compile, counterSeries, DEFAULT_QUERY, METRICS } from '@driftline/shared';
import type { WorkbenchServer } from '../../workbench/server/server.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { drawnPixels } from './drawn-pixels.ts';
import type { Given } from './given-page.ts';
import { PREDICTIONS_DASHBOARD } from './predictions-dashboard.ts';

/** Rows sent before the page is looked at, all of them from the age shift, and how many between two scrapes. */
const ROWS = 3000;
const ROWS_PER_SCRAPE = 750;

/** The store scrapes every second. */
const SETTING = { workbench: { settings: { timeInterval: '1s' }, phase: () => 'age shift' } };

describeInBrowser('the workbench over the built plugins', SETTING, story);

function story(given: Given): void {
  let store: Store;
  let replica: Replica;
  let workbench: WorkbenchServer;
  let page: Page;

  beforeAll(async () => {
    ({ store, workbench, page } = given);
    const metricsPort = await getPort({ host: '127.0.0.1' });
    replica = await startIncomeReplica({ exporter: 'prometheus', metricsPort });
    await store.setScrapeTargets([`127.0.0.1:${metricsPort}`]);
    await waitUntil(
      'the first zeros',
      () => query(store.url, 'ml_reference_rows'),
      (samples) => samples.length === 1,
    );
    await sendShiftedRows(replica.url, store.url);
    await page.goto(`${workbench.url}/?theme=dark`);
    await page.getByTestId('driftline-psi').waitFor();
  });

  afterAll(() => replica?.stop());

  /** Takes away what the browser says of refused queries, where a test asks what cannot be asked. */
  const takeRefusals = (): void => given.watched.forgive(/^400 |status of 400/);

  const psiOfStore = async (feature: string): Promise<number> => {
    const { promql } = compile({ ...DEFAULT_QUERY, measure: 'psi', window: '1m', where: { feature: [feature] } });
    const [sample] = await query(store.url, promql);
    return sample?.value ?? NaN;
  };

  const shownPsi = async (): Promise<number> => Number(await page.getByTestId('driftline-psi').innerText());

  test("shows the most drifted feature with the store's own PSI", async () => {
    await waitUntil(
      'the PSI of the store in the distribution panel',
      async () => [await shownPsi(), await psiOfStore('age')] as const,
      ([shown, stored]) => stored > 0.25 && Math.abs(shown - stored) < 0.02 * stored + 0.0005,
    );
    const row = page
      .getByTestId('driftline-drift')
      .first()
      .locator('xpath=ancestor::*[.//table][1]')
      .getByRole('row', { name: /age/ });
    await expect(row.first().innerText()).resolves.toMatch(/age\s+\d\.\d{3}/);
  });

  test('regression: draws the line of each feature in the color of its legend', async () => {
    // Lines that lie on each other hide each other; that of age is alone.
    await waitUntil(
      'the line of age and two others',
      () => drawnPixels(page.getByTestId('driftline-drift').first()),
      ({ age = 0, ...others }) => age > 20 && Object.values(others).filter((pixels) => pixels > 0).length >= 2,
    );
  });

  test('draws a pair of bars for each bin', async () => {
    const panel = page.getByTestId('driftline-distribution');
    await expect(panel.locator('g[data-bin]').count()).resolves.toBe(10);
    await expect(panel.innerText()).resolves.toContain('critical');
  });

  test('shows fairness and latency', async () => {
    const text = await page.locator('main').innerText();
    expect(text).toContain('Female');
    expect(text).toContain('p99 income');
  });

  test('a chosen feature is the only one in the panels', async () => {
    await page.getByTestId('driftline-distribution').getByRole('combobox').click();
    await page.getByRole('option', { name: 'hours-per-week' }).click();
    await waitUntil(
      'the PSI of the chosen feature',
      async () => [await shownPsi(), await psiOfStore('hours-per-week')] as const,
      ([shown, stored]) => Math.abs(shown - stored) < 0.002,
    );
    await page.goto(`${workbench.url}/?theme=dark`);
    await page.getByTestId('driftline-psi').waitFor();
  });

  test("the dashboard's feature variable narrows every panel", async () => {
    const features = page
      .getByTestId('driftline-drift')
      .first()
      .locator('xpath=ancestor::*[.//table][1]')
      .getByRole('row');
    await page.locator('input[data-testid*="text $__all"]').click();
    await page.getByRole('option', { name: 'hours-per-week' }).click();
    // A list of values takes effect when it is left.
    await page.keyboard.press('Tab');
    await waitUntil(
      'one feature alone',
      () => features.allInnerTexts(),
      ([, only, ...others]) => only?.includes('hours-per-week') === true && others.length === 0,
    );
  });

  test('the query editor offers what the store knows, and copies the PromQL', async () => {
    await page.getByRole('link', { name: 'Query' }).click();
    const editor = page.getByRole('region', { name: 'Query' });
    await choose(editor, 'Missing share');
    await editor.getByRole('button', { name: /^PromQL/ }).click();
    await editor.getByPlaceholder('All').first().click();
    await page.getByRole('option', { name: 'income' }).click();
    await page.keyboard.press('Escape');
    const promql = page.getByTestId('driftline-promql');
    const expected = compile({ ...DEFAULT_QUERY, measure: 'missing-share', where: { model: ['income'] } }).promql;
    await waitUntil(
      'the PromQL of the missing share',
      () => promql.innerText(),
      (text) => text === expected,
    );
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'], { origin: workbench.url });
    await editor.getByRole('button', { name: 'Copy PromQL' }).click();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(expected);
    await waitUntil(
      'the answer',
      () => page.locator('main').innerText(),
      (text) => text.includes('occupation'),
    );
  });

  test('a quantile that is none is refused with a sentence', async () => {
    const editor = page.getByRole('region', { name: 'Query' });
    await choose(editor, 'Latency quantile');
    await editor.getByRole('button', { name: /^Options/ }).click();
    await editor.getByPlaceholder('0.99').fill('99');
    await editor.getByPlaceholder('0.99').blur();
    await editor.getByText('quantile is 99: give a number between 0 and 1').waitFor();
    takeRefusals();
  });

  test('what PromQL cannot express is computed from the bins', async () => {
    const editor = page.getByRole('region', { name: 'Query' });
    await choose(editor, 'Kolmogorov');
    const promql = page.getByTestId('driftline-promql');
    await waitUntil(
      'both vectors',
      () => promql.innerText(),
      (text) => text.includes('ml_reference_feature_ratio'),
    );
    // Categorical features have no cumulative distribution.
    await waitUntil(
      'the answer',
      () => page.locator('main').innerText(),
      (text) => text.includes('hours-per-week') && !text.includes('occupation'),
    );
  });

  test('the edges of any histogram are read from the store', async () => {
    const editor = page.getByRole('region', { name: 'Query' });
    await choose(editor, 'PSI');
    await editor.getByLabel('Distribution of').click();
    await page.getByRole('option', { name: 'Any histogram' }).click();
    const selector = editor.getByPlaceholder('http_request_duration_seconds{job="api"}');
    await selector.fill('ml_prediction_duration');
    await selector.blur();
    const edges = editor.getByPlaceholder('0.1, 0.5, 1');
    await waitUntil(
      'the edges',
      () => edges.inputValue(),
      (text) => text.split(', ').length > 5,
    );
    const promql = page.getByTestId('driftline-promql');
    await waitUntil(
      'the PromQL',
      () => promql.innerText(),
      (text) => text.includes('offset 1d'),
    );
    // Until the selector and its edges are there, there is nothing to ask.
    takeRefusals();
  });

  test('a table has a row for each feature, with what is behind its value', async () => {
    const editor = page.getByRole('region', { name: 'Query' });
    await editor.getByLabel('Distribution of').click();
    await page.getByRole('option', { name: 'Features' }).click();
    await editor.getByLabel('Compared with').click();
    await page.getByRole('option', { name: 'the training data' }).click();
    const answered = page.waitForResponse(
      (response) =>
        response.url().includes('/api/ds/query') && response.request().postData()?.includes('"table"') === true,
    );
    await editor.getByLabel('Format').click();
    await page.getByRole('option', { name: 'Table' }).click();
    const { results } = (await (await answered).json()) as {
      results: Record<string, { frames: { schema: { fields: { name: string }[] } }[] }>;
    };
    expect(results['A']?.frames[0]?.schema.fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Model', 'Version', 'Feature', 'Value', 'Observations', 'Critical limit']),
    );
    await page.getByRole('columnheader', { name: 'Value', exact: true }).waitFor();
  });

  test('the settings count what reports, and show the store', async () => {
    await page.getByRole('link', { name: 'Settings' }).click();
    await page.getByRole('button', { name: 'Test' }).click();
    await page.getByText('1 model, 1 version, 11 features in the last hour.').waitFor();
    await expect(page.getByLabel('Data source connection URL').inputValue()).resolves.toBe(store.url);
    await page.getByRole('heading', { name: 'Monitor a model in three steps' }).waitFor();
    await page.getByRole('link', { name: 'Dashboard' }).click();
    await page.getByTestId('driftline-psi').waitFor();
  });

  test('the browser asks the back end alone, and loads no editor to show a dashboard', async () => {
    const asked: string[] = [];
    const note = (request: Request): void => void asked.push(new URL(request.url()).pathname);
    page.on('request', note);
    await page.goto(`${workbench.url}/?theme=dark`);
    await page.getByTestId('driftline-psi').waitFor();
    page.off('request', note);
    expect(asked).toContain('/api/ds/query');
    expect(asked).toContain('/api/datasources/uid/driftline/resources/models');
    expect(asked.filter((path) => path.includes('editor') || path.includes('/api/v1/'))).toEqual([]);
  });

  test('shows the distribution of the predictions', async () => {
    await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: PREDICTIONS_DASHBOARD }));
    await page.goto(`${workbench.url}/?theme=dark`);
    const panel = page.getByTestId('driftline-distribution');
    await panel.getByText(/^predictions of income/).waitFor();
    const bins = await panel
      .locator('g[data-bin]')
      .evaluateAll((groups) =>
        groups.map((group) => [
          group.getAttribute('data-bin'),
          ...[...group.querySelectorAll('rect')].slice(1).map((bar) => Number(bar.getAttribute('height')) > 0),
        ]),
      );
    expect(bins).toEqual([
      ['<=50K', true, true],
      ['>50K', true, true],
      ['other', false, false],
    ]);
    await page.unroute('**/api/workbench/dashboard');
  });

  test('changes the theme', async () => {
    const background = () =>
      page.evaluate(() => getComputedStyle(document.querySelector('header') as Element).backgroundColor);
    const dark = await background();
    await page.getByRole('button', { name: 'Light theme' }).click();
    await page.getByRole('button', { name: 'Dark theme' }).waitFor();
    expect(await background()).not.toBe(dark);
  });
}

/** Types the name of a measure and takes what is offered: the list is longer than what is drawn of it. */
async function choose(editor: Locator, measure: string): Promise<void> {
  await editor.getByLabel('Measure').fill(measure);
  await editor
    .page()
    .getByRole('option', { name: new RegExp(`^${measure}`) })
    .first()
    .click();
}

/** Sends the rows and lets the store scrape several times meanwhile, as it does while there is traffic. */
async function sendShiftedRows(replicaUrl: string, storeUrl: string): Promise<void> {
  const scenario = readScenario(
    new URL('../../../otel-instrumentation/examples/income-service/scenarios/drift.json', import.meta.url),
  );
  const shift = scenario.phases.filter(({ name }) => name.startsWith('age shift'));
  const rows = playedRows(people(), { repeat: false, phases: shift }, 100, 7);
  const sender = new Sender([replicaUrl]);
  for (let sent = ROWS_PER_SCRAPE; sent <= ROWS; sent += ROWS_PER_SCRAPE) {
    for (let i = 0; i < ROWS_PER_SCRAPE; i += 50) {
      await Promise.all(Array.from({ length: 50 }, () => sender.send(rows.next().value.row)));
    }
    await waitUntil(
      `${sent} predictions in the store`,
      () => query(storeUrl, `sum(${counterSeries(METRICS.predictionObservations)})`),
      ([sum]) => sum?.value === sent,
    );
  }
  await sender.close();
}

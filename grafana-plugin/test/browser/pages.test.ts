import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page } from 'playwright-core';
import { query, startStore, type Store } from '@driftline/local-store';
import { waitUntil } from '@driftline/local-store/testing';
import { compile, DEFAULT_QUERY, type MeasureQuery } from '@driftline/shared';
import { startWorkbench, type WorkbenchServer } from '../../workbench/server/server.ts';
import { accessibilityFaults } from './accessibility.ts';
import { CHROMIUM_FLAGS } from './chromium.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { givenAlerting } from './given-alerting.ts';
import { recordedModels } from './recorded-models.ts';

/** Where Grafana has the pages. */
const MODELS = '/a/driftline-model-app/models';

const TABS = ['overview', 'drift', 'data-quality', 'performance', 'fairness', 'versions', 'serving', 'alerts'];

/** How near a value on screen is to the store's: three digits, and a page that is some seconds older than the store. */
const NEAR = 0.02;

describeInBrowser("the app's pages over the built plugins", story);

function story(executablePath: string): void {
  let store: Store;
  let workbench: WorkbenchServer;
  let browser: Browser;
  let page: Page;
  /** What must not happen in the page. */
  const faults: string[] = [];
  /** Queries that the page asked since the last test began. */
  let asked = 0;

  beforeAll(async () => {
    store = await startStore({ kind: 'prometheus', history: recordedModels(Date.now()) });
    workbench = await startWorkbench({ store: store.url, alerting: () => givenAlerting(Date.now()) });
    browser = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    watch(page);
  });

  afterAll(async () => {
    await browser?.close();
    await workbench?.close();
    await store?.close();
  });

  beforeEach(() => {
    asked = 0;
  });

  afterEach(() => {
    expect(faults.splice(0)).toEqual([]);
  });

  function watch(watched: Page): void {
    watched.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
    watched.on('console', (message) => {
      if (message.type() === 'error') faults.push(`console: ${message.text()}`);
    });
    watched.on('response', (response) => {
      if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`);
    });
    watched.on('request', (request) => {
      const { protocol, hostname, pathname } = new URL(request.url());
      if (protocol.startsWith('http') && hostname !== '127.0.0.1') faults.push(`left loopback: ${request.url()}`);
      if (pathname === '/api/ds/query') asked += 1;
    });
  }

  const open = (path: string): Promise<unknown> => page.goto(`${workbench.url}${path}`);
  const openTab = (tab: string, model = 'income'): Promise<unknown> =>
    open(`${MODELS}/${model}/${tab}?from=now-6h&to=now&theme=dark`);

  const stored = async (measure: string, where: MeasureQuery['where'] = {}): Promise<number> => {
    const { promql } = compile({
      ...DEFAULT_QUERY,
      measure,
      window: '1h',
      where: { model: ['income'], version: ['1.4.0'], ...where },
    });
    const [sample] = await query(store.url, promql);
    return sample?.value ?? NaN;
  };

  /** A cell of the row that has all of the texts, as a number. */
  const cell = async (table: string, texts: readonly string[], column: string): Promise<number> => {
    const shown = page.getByRole('table', { name: table });
    const titles = await shown.getByRole('columnheader').allInnerTexts();
    let row = shown.getByRole('row');
    for (const text of texts) row = row.filter({ has: page.getByRole('cell', { name: text }) });
    const text = await row.first().getByRole('cell').nth(titles.indexOf(column)).innerText();
    return Number(text.replaceAll(',', '').replace(/^\D*|[^\d.]*$/g, ''));
  };

  const near = (shown: number, expected: number): void => {
    expect(expected).toBeGreaterThan(0);
    expect(Math.abs(shown - expected) / expected).toBeLessThan(NEAR);
  };

  test('Models: what needs attention, with the values of the store, in two requests', async () => {
    await open('/a/driftline-model-app?theme=dark');
    await page.getByText('1 of 3 models needs attention: income. fraud is silent.').waitFor();
    expect(new URL(page.url()).pathname).toBe(MODELS);
    const drift = await page.getByRole('link', { name: /^Drift of income/ }).innerText();
    expect(drift).toMatch(/age 0\.\d+ > 0\.25$/);
    near(Number(/age ([\d.]+)/.exec(drift)?.[1]), await stored('psi', { feature: ['age'] }));
    await expect(page.getByRole('link', { name: /^Performance of demand/ }).innerText()).resolves.toContain(
      'no labels yet',
    );
    await expect(page.getByRole('link', { name: /^Drift of fraud/ }).innerText()).resolves.toContain('silent for 3 d');
    expect(asked).toBe(2);
  });

  test('the person woken at night: from all models to the bins of the feature that moved, in two clicks', async () => {
    await page.getByRole('link', { name: /^Drift of income/ }).click();
    await page.getByText('1 of 3 features is beyond its limit: age.').waitFor();
    await page.getByRole('row', { name: /age 1\.4\.0/ }).click();
    await page.getByRole('table', { name: 'Bins' }).waitFor();
    near(await cell('Bins', ['(45, 60]'], 'Live'), 36);
    await page.getByTestId('driftline-distribution').locator('g[data-bin]').first().waitFor();
    await expect(page.getByTestId('driftline-distribution').locator('g[data-bin]').count()).resolves.toBe(5);
  });

  test('the drawer has an address: a link opens it, arrows go on, Escape closes it, the back button opens it again', async () => {
    const address = new URL(page.url());
    expect([address.pathname, address.searchParams.get('feature')]).toEqual([`${MODELS}/income/drift`, 'age']);
    await page.goto(address.href);
    await page.getByRole('heading', { name: 'age', exact: true }).waitFor();
    // Which feature is next is known once the store has named them.
    await page.getByRole('button', { name: 'Next feature (↓)', disabled: false }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('heading', { name: 'hours', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'hours', exact: true }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('feature')).toBe(false);
    await page.goBack();
    await page.getByRole('heading', { name: 'hours', exact: true }).waitFor();
  });

  test('the bins of a feature are saved as a file', async () => {
    const saved = page.waitForEvent('download');
    await page.getByRole('dialog').getByRole('button', { name: 'CSV' }).first().click();
    const download = await saved;
    expect(download.suggestedFilename()).toMatch(/bins\.csv$/);
    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(lines[0]).toBe('Bin,Version,Baseline,Live,Contribution to PSI');
    expect(lines).toHaveLength(4);
    await page.keyboard.press('Escape');
  });

  test('time, window and version go with the reader from page to page', async () => {
    await openTab('drift');
    await page.getByRole('tab', { name: 'Serving' }).click();
    await page.getByRole('table', { name: 'Serving by version' }).waitFor();
    await page.getByRole('navigation', { name: 'Breadcrumbs' }).getByRole('link', { name: 'Models' }).click();
    await page.getByRole('table', { name: 'Models' }).waitFor();
    const { pathname, searchParams } = new URL(page.url());
    expect([pathname, searchParams.get('from'), searchParams.get('var-window')]).toEqual([MODELS, 'now-6h', '1h']);
    await page.goBack();
    await page.getByRole('table', { name: 'Serving by version' }).waitFor();
  });

  test('Overview: the sentence, a card for each area and the status over time, in one request', async () => {
    await openTab('overview');
    const sentence = page.getByText(/^age PSI of 1\.4\.0 is/);
    await sentence.waitFor();
    const text = await sentence.innerText();
    near(Number(/is ([\d.]+) /.exec(text)?.[1]), await stored('psi', { feature: ['age'] }));
    expect(text).toMatch(
      /limit 0\.25, noise .+, n [\d,]+\), since \d\d:\d\d, \d+ (min|h) after version 1\.4\.0 appeared\./,
    );
    await expect(page.getByRole('img', { name: /^Drift: Critical/ }).count()).resolves.toBe(1);
    expect(asked).toBe(1);
    await page.getByRole('link', { name: 'Show' }).click();
    await page.getByRole('heading', { name: 'age', exact: true }).waitFor();
  });

  test('Data quality: the share of the store', async () => {
    await openTab('data-quality');
    await page.getByText('1 of 3 features has more problems than in training: occupation.').waitFor();
    const shown = await cell('Problems by feature', ['occupation', '1.4.0'], 'Missing');
    near(shown / 100, await stored('missing-share', { feature: ['occupation'] }));
    expect(asked).toBe(1);
  });

  test('Performance: the accuracy of the store', async () => {
    await openTab('performance');
    await page.getByText(/^The accuracy of 1\.4\.0 is .* below its baseline/).waitFor();
    near((await cell('Performance', ['Accuracy', '1.4.0'], 'Value')) / 100, await stored('accuracy'));
    expect(asked).toBe(1);
  });

  test('Performance without labels says how to send them', async () => {
    await openTab('performance', 'demand');
    await page.getByText('No labels yet: how right the predictions are is not known.').waitFor();
  });

  test('Fairness: rate and impact of the store', async () => {
    await openTab('fairness');
    await page.getByText(/^The disparate impact of sex Female is/).waitFor();
    near(await cell('Groups', ['Female', '1.4.0'], 'Disparate impact'), await stored('disparate-impact'));
    expect(asked).toBe(1);
  });

  test('Versions: the share of each, and two against each other', async () => {
    await openTab('versions');
    await page.getByText(/^1\.5\.0-rc gets 5\.\d+ % of the predictions/).waitFor();
    near(await cell('Versions', ['1.4.0'], 'Predictions'), await stored('throughput'));
    await page.getByRole('table', { name: 'PSI between two versions' }).waitFor();
    expect(asked).toBe(2);
  });

  test('Serving: the quantile of the store', async () => {
    await openTab('serving');
    await page.getByText(/^99 of 100 predictions/).waitFor();
    near((await cell('Serving by version', ['1.4.0'], 'p99')) / 1000, await stored('latency-quantile'));
    expect(asked).toBe(1);
  });

  test("Alerts: states of Grafana's own API, and its editor with a query that the back end answers", async () => {
    await openTab('alerts');
    await page.getByText('1 rule is firing: Feature drift: PSI. 8 of 9 recommended rules do not exist yet.').waitFor();
    await page.getByText('firing 12 min').waitFor();
    await page.getByRole('button', { name: 'Create Missing values' }).click();
    const values = JSON.parse(await page.getByTestId('rule-values').innerText()) as {
      readonly queries: readonly { readonly model: object }[];
    };
    const response = await fetch(`${workbench.url}/api/ds/query`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', FromAlert: 'true' },
      body: JSON.stringify({
        from: String(Date.now() - 3_600_000),
        to: String(Date.now()),
        queries: [{ ...values.queries[0]?.model, datasource: { uid: 'driftline' } }],
      }),
    });
    const { results } = (await response.json()) as { results: Record<string, { frames: unknown[] }> };
    expect([response.status, results['A']?.frames.length]).toEqual([200, expect.any(Number)]);
    await page.goBack();
    await page.getByText('firing 12 min').waitFor();
  });

  test.each(['dark', 'light'])(
    'nothing on any page keeps a reader out, in the %s theme',
    async (theme) => {
      const found: Record<string, readonly string[]> = {};
      for (const tab of ['', ...TABS]) {
        await open(`${MODELS}${tab === '' ? '' : `/income/${tab}`}?from=now-6h&to=now&theme=${theme}`);
        await page.getByRole('table').first().or(page.getByText('Status over time')).first().waitFor();
        const of = await accessibilityFaults(page);
        if (of.length > 0) found[tab] = of;
      }
      expect(found).toEqual({});
    },
    120_000,
  );

  test('a store that does not answer is named with what to do', async () => {
    const dead = await startWorkbench({ store: 'http://127.0.0.1:9' });
    try {
      await page.goto(`${dead.url}${MODELS}?theme=dark`);
      await page.getByText('The store at http://127.0.0.1:9 cannot be reached').first().waitFor();
      await expect(page.getByRole('table').count()).resolves.toBe(0);
      await page.goto(`${dead.url}${MODELS}/income/drift?theme=dark`);
      await page.getByText('Nothing could be read').first().waitFor();
    } finally {
      await page.goto('about:blank');
      await dead.close();
      faults.splice(
        0,
        faults.length,
        ...faults.filter((fault) => !/^50\d |status of 50\d|cannot be reached/.test(fault)),
      );
    }
  });

  test('without a model, the guide waits for the first one and then becomes the table', async () => {
    const empty = await startStore({ kind: 'prometheus' });
    const own = await startWorkbench({ store: empty.url });
    try {
      await page.goto(`${own.url}${MODELS}?theme=dark`);
      await page.getByText('Watch your first model').waitFor();
      await waitUntil(
        'the check of the store',
        () => page.getByRole('region', { name: 'A data source' }).innerText(),
        (text) => text.includes('done'),
      );
      // What arrives, arrives in the store.
      await page.route('**/resources/reports*', async (route) => {
        const response = await fetch(route.request().url().replace(own.url, workbench.url));
        await route.fulfill({ json: await response.json() });
      });
      await page.getByRole('table', { name: 'Models' }).waitFor();
    } finally {
      await page.unroute('**/resources/reports*');
      await page.goto('about:blank');
      await own.close();
      await empty.close();
    }
  });
}

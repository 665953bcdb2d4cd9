import type { Page } from 'playwright-core';
import { startStore } from '@driftline/local-store';
import { waitUntil } from '@driftline/local-store/testing';
import type { MeasureQuery } from '@driftline/shared';
import { startWorkbench, type WorkbenchServer } from '../../workbench/server/server.ts';
import { accessibilityFaults } from './accessibility.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import { givenAlerting } from './given-alerting.ts';
import type { Given } from './given-page.ts';
import { recordedModels } from './recorded-models.ts';
import { cellText, expectNear, numberIn } from './shown-values.ts';
import { watchPage, type Watched } from './watch-page.ts';

/** Where Grafana has the pages. */
const MODELS = '/a/driftline-model-app/models';

const TABS = {
  overview: 'Overview',
  drift: 'Drift',
  'data-quality': 'Data quality',
  performance: 'Performance',
  fairness: 'Fairness',
  versions: 'Versions',
  serving: 'Serving',
  alerts: 'Alerts',
} as const;

type Tab = keyof typeof TABS;

const SETTING = { history: recordedModels, workbench: { alerting: () => givenAlerting(Date.now()) } };

describeInBrowser("the app's pages over the built plugins", SETTING, story);

function story(given: Given): void {
  let workbench: WorkbenchServer;
  let page: Page;
  let watched: Watched;

  beforeAll(() => {
    ({ workbench, page, watched } = given);
  });

  beforeEach(() => {
    watched.asked = 0;
  });

  const { open } = given;
  const addressOf = (tab: Tab, model: string): string => `${MODELS}/${model}/${tab}?from=now-6h&to=now&refresh=5m`;
  /** Goes to a tab as a reader does, who loads the page of a model once. */
  const openTab = async (tab: Tab, model = 'income'): Promise<void> => {
    const { pathname, searchParams } = new URL(page.url());
    if (!pathname.startsWith(`${MODELS}/${model}/`) || searchParams.get('from') !== 'now-6h') {
      await open(`${addressOf(tab, model)}&theme=dark`);
    } else {
      await page.getByRole('tab', { name: TABS[tab] }).click();
    }
  };
  const closeDrawer = async (): Promise<void> => {
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  /** Nothing on the page as it is keeps a reader out. */
  const expectAccessible = async (): Promise<void> => {
    expect(await accessibilityFaults(page)).toEqual([]);
  };

  const stored = (measure: string, where: MeasureQuery['where'] = {}): Promise<number> =>
    given.stored({ measure, window: '1h', where: { model: ['income'], version: ['1.4.0'], ...where } });

  const cell = async (table: string, texts: readonly string[], column: string): Promise<number> =>
    numberIn(await cellText(page, table, texts, column));

  test('Models: what needs attention, with the values of the store, in two requests', async () => {
    await open('/a/driftline-model-app?theme=dark');
    await page.getByText('1 of 3 models needs attention: income. fraud is silent.').waitFor();
    expect(new URL(page.url()).pathname).toBe(MODELS);
    const drift = await page.getByRole('link', { name: /^Drift of income/ }).innerText();
    expect(drift).toMatch(/age 0\.\d+ > 0\.25$/);
    expectNear(Number(/age ([\d.]+)/.exec(drift)?.[1]), await stored('psi', { feature: ['age'] }));
    await expect(page.getByRole('link', { name: /^Performance of demand/ }).innerText()).resolves.toContain(
      'no labels yet',
    );
    await expect(page.getByRole('link', { name: /^Drift of fraud/ }).innerText()).resolves.toContain('silent for 3 d');
    expect(watched.asked).toBe(2);
    await expectAccessible();
  });

  test('the drawer has an address: a link opens it, arrows go on, Escape closes it, the back button opens it again', async () => {
    await page.getByRole('link', { name: /^Drift of income/ }).click();
    await page.getByRole('row', { name: /age 1\.4\.0/ }).click();
    await page.getByRole('heading', { name: 'age', exact: true }).waitFor();
    const address = new URL(page.url());
    expect([address.pathname, address.searchParams.get('feature')]).toEqual([`${MODELS}/income/drift`, 'age']);
    address.searchParams.set('from', 'now-6h');
    // A refresh would ask between two looks.
    address.searchParams.set('refresh', '5m');
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
    await closeDrawer();
  });

  test('a feature: bins, replicas, problems and their share in training, in one request', async () => {
    await openTab('drift');
    await page.getByText('1 of 3 features is beyond its limit: age.').waitFor();
    watched.asked = 0;
    await page.getByRole('row', { name: /occupation 1\.4\.0/ }).click();
    const drawer = page.getByRole('dialog');
    await drawer.getByText('categorical · 4 bins').waitFor();
    const replicas = drawer.getByRole('region', { name: 'Where: PSI by replica' }).getByRole('listitem');
    expect((await replicas.allInnerTexts()).map((text) => text.split('\n')[0]).sort()).toEqual([
      'replica-1:9464',
      'replica-2:9464',
    ]);
    expectNear(
      (await cell('Problems', ['missing'], 'Now')) / 100,
      await stored('missing-share', { feature: ['occupation'] }),
    );
    expect(await cell('Problems', ['missing'], 'In training')).toBe(0.2);
    expect(watched.asked).toBe(1);
    await expectAccessible();
  });

  test('a feature leads on: to Explore, to a rule and to a dashboard', async () => {
    const drawer = page.getByRole('dialog');
    const explore = await drawer.getByRole('link', { name: 'Explore' }).getAttribute('href');
    expect(decodeURIComponent(explore ?? '').replaceAll('+', ' ')).toContain('"feature":["occupation"]');
    await drawer.getByRole('button', { name: 'Add to dashboard' }).click();
    await page.getByRole('menuitem', { name: 'Distribution of occupation' }).click();
    const panel = JSON.parse(await page.getByTestId('added-panel').innerText()) as { readonly targets: object[] };
    expect(panel).toMatchObject({
      type: 'driftline-distribution-panel',
      datasource: { uid: 'driftline' },
      targets: [{ measure: 'psi', format: 'distribution', window: '1h', where: { feature: ['occupation'] } }, {}],
    });
    // Escape closes the form and not the drawer below it.
    await page.keyboard.press('Escape');
    await page.getByTestId('added-panel').waitFor({ state: 'detached' });
    await drawer.getByRole('button', { name: 'Create alert rule' }).click();
    expect(await page.getByTestId('rule-values').innerText()).toContain('"occupation"');
    await page.goBack();
    await drawer.getByText('categorical · 4 bins').waitFor();
    await closeDrawer();
  });

  test('Drift: a rule for the features that are marked, and another measure in table and map', async () => {
    await openTab('drift');
    await page.getByRole('checkbox', { name: 'Mark age 1.4.0' }).press('Space');
    await page.getByRole('checkbox', { name: 'Mark hours 1.4.0' }).press('Space');
    await page.getByRole('button', { name: 'Create alert rule for 2 features' }).click();
    const values = JSON.parse(await page.getByTestId('rule-values').innerText()) as {
      readonly queries: readonly { readonly model: { readonly where: object } }[];
    };
    expect(values.queries[0]?.model.where).toEqual({ model: ['income'], feature: ['age', 'hours'] });
    await page.goBack();
    await page.getByRole('table', { name: 'Drift by feature' }).waitFor();
    await expectAccessible();
    const limit = await cell('Drift by feature', ['age', '1.4.0'], 'Limit');
    await page.getByRole('combobox', { name: /Measure/ }).click();
    await page.getByRole('option', { name: 'Jensen–Shannon distance' }).click();
    await waitUntil(
      'the limit of the other measure',
      () => cell('Drift by feature', ['age', '1.4.0'], 'Limit'),
      (shown) => shown !== limit && !Number.isNaN(shown),
    );
    expectNear(
      await cell('Drift by feature', ['age', '1.4.0'], 'Value'),
      await stored('js-distance', { feature: ['age'] }),
    );
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
    expectNear(Number(/is ([\d.]+) /.exec(text)?.[1]), await stored('psi', { feature: ['age'] }));
    expect(text).toMatch(
      /limit 0\.25, noise .+, n [\d,]+\), since \d\d:\d\d, \d+ (min|h) after version 1\.4\.0 appeared\./,
    );
    await expect(page.getByRole('img', { name: /^Drift: Critical/ }).count()).resolves.toBe(1);
    expect(watched.asked).toBe(1);
    await expectAccessible();
    await page.getByRole('link', { name: 'Show' }).click();
    await page.getByRole('heading', { name: 'age', exact: true }).waitFor();
    await closeDrawer();
  });

  test('Data quality: the share of the store', async () => {
    await openTab('data-quality');
    await page.getByText('1 of 3 features has more problems than in training: occupation.').waitFor();
    const shown = await cell('Problems by feature', ['occupation', '1.4.0'], 'Missing');
    expectNear(shown / 100, await stored('missing-share', { feature: ['occupation'] }));
    expect(watched.asked).toBe(1);
    await expectAccessible();
  });

  test('Performance: the accuracy of the store', async () => {
    await openTab('performance');
    await page.getByText(/^The accuracy of 1\.4\.0 is .* below its baseline/).waitFor();
    expectNear((await cell('Performance', ['Accuracy', '1.4.0'], 'Value')) / 100, await stored('accuracy'));
    expect(watched.asked).toBe(1);
    await expectAccessible();
  });

  test('Performance without labels says how to send them', async () => {
    await openTab('performance', 'demand');
    await page.getByText('No labels yet: how right the predictions are is not known.').waitFor();
  });

  test('Fairness: rate and impact of the store', async () => {
    await openTab('fairness');
    await page.getByText(/^The disparate impact of sex Female is/).waitFor();
    expectNear(await cell('Groups', ['Female', '1.4.0'], 'Disparate impact'), await stored('disparate-impact'));
    expect(watched.asked).toBe(1);
    await expectAccessible();
  });

  test('Versions: the share of each, and two against each other', async () => {
    await openTab('versions');
    await page.getByText(/^1\.5\.0-rc gets 5\.\d+ % of the predictions/).waitFor();
    expectNear(await cell('Versions', ['1.4.0'], 'Predictions'), await stored('throughput'));
    await page.getByRole('table', { name: 'PSI between two versions' }).waitFor();
    expect(watched.asked).toBe(2);
    await expectAccessible();
  });

  test('Serving: the quantile of the store', async () => {
    await openTab('serving');
    await page.getByText(/^99 of 100 predictions/).waitFor();
    expectNear((await cell('Serving by version', ['1.4.0'], 'p99')) / 1000, await stored('latency-quantile'));
    expect(watched.asked).toBe(1);
    await expectAccessible();
  });

  test("Alerts: states of Grafana's own API, and its editor with a query that the back end answers", async () => {
    await openTab('alerts');
    await page
      .getByText('1 rule is firing: Feature drift: PSI. 14 of 15 recommended rules do not exist yet.')
      .waitFor();
    await page.getByText('firing 12 min').waitFor();
    await expectAccessible();
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

  test('the light theme has colors that can be read, on every page', async () => {
    const found: Record<string, readonly string[]> = {};
    const look = async (name: string): Promise<void> => {
      await page.getByRole('table').first().or(page.getByText('Status over time')).first().waitFor();
      // What there is of roles and names does not depend on the theme.
      const faults = await accessibilityFaults(page, ['color-contrast']);
      if (faults.length > 0) found[name] = faults;
    };
    await open(`${MODELS}?theme=light`);
    await look('Models');
    await page.getByRole('link', { name: 'income', exact: true }).click();
    for (const title of Object.values(TABS)) {
      await page.getByRole('tab', { name: title }).click();
      await look(title);
    }
    expect(found).toEqual({});
  });

  test('in German: a page, its panels and their numbers, for a reader who has chosen it', async () => {
    const german = await given.newPage();
    const { faults } = watchPage(german);
    await german.goto(`${workbench.url}${MODELS}?theme=dark&lang=de-DE`);
    await german.getByText('1 von 3 Modellen braucht Aufmerksamkeit: income. fraud meldet sich nicht.').waitFor();
    const drift = german.getByRole('link', { name: /^Drift von income/ });
    expect(await drift.innerText()).toMatch(/age 0,\d+ > 0,25$/);
    // Links carry no language.
    await drift.click();
    await german.getByRole('tab', { name: 'Datenqualität' }).waitFor();
    await german.getByRole('row', { name: /age 1\.4\.0/ }).click();
    await german
      .getByTestId('driftline-distribution')
      .getByText(/^Rauschen bis 0,\d+ · n = [\d.]+$/)
      .waitFor();
    await german.getByRole('columnheader', { name: 'Beitrag zum PSI' }).waitFor();
    await german.close();
    expect(faults).toEqual([]);
  });

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
      watched.forgive(/^50\d |status of 50\d|cannot be reached/);
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

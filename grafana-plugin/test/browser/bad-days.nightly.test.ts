import type { Locator, Page } from 'playwright-core';
import { waitUntil } from '@driftline/local-store/testing';
import type { DashboardJson, PanelJson } from '../../workbench/src/dashboard/dashboard-json.ts';
import { ailingStore, type Ailment, type AilingStore } from './ailing-store.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import type { Given } from './given-page.ts';
import { HOSTILE_NAMES, MANY, oddHistory } from './odd-history.ts';
import { panelHistory } from './panel-history.ts';
import { dashboardOf, panelOf, QUERIES } from './panels-dashboard.ts';
import { expectNear, numberIn } from './shown-values.ts';

/** How long one step of a panel may keep the page from answering, on a machine that others use too. */
const RESPONSIVE_MS = 2000;

/** What the browser itself says of a query that failed. */
const REFUSED = /^(400|500) .*\/api\/ds\/query|status of (400|500)/;

const TYPES = Object.keys(QUERIES);
const NAMES = TYPES.map((type) => type.replace(/^driftline-(.*)-panel$/, '$1'));

let ailing: AilingStore;
const SETTING = {
  history: (now: number) => [...panelHistory(now), ...oddHistory(now)],
  between: async (storeUrl: string) => (ailing = await ailingStore(storeUrl)),
  width: 1600,
  height: 1000,
};

describeInBrowser('panels on a bad day', SETTING, story);

function story(given: Given): void {
  let page: Page;

  beforeAll(() => {
    ({ page } = given);
  });

  const panel = (name: string): Locator => page.getByTestId(`data-testid Panel header ${name}`);
  const drawn = async (...names: readonly string[]): Promise<void> => {
    for (const name of names) await page.getByTestId(`driftline-${name}`).waitFor();
  };
  /** Waits until each of these panels says so, in its middle. */
  const say = (text: string | RegExp, names: readonly string[] = NAMES): Promise<unknown> =>
    waitUntil(
      `“${String(text)}” in ${names.join(', ')}`,
      () => Promise.all(names.map((name) => panel(name).innerText())),
      (shown) => shown.every((each) => (typeof text === 'string' ? each.includes(text) : text.test(each))),
    );

  test('a slow store: panels load and say nothing of data, and draw once it answers', async () => {
    ailing.ailment = 'slow';
    await given.openDashboard(boardOf('income'));
    await waitUntil(
      'every panel to load',
      () => page.getByLabel('Panel loading bar').count(),
      (count) => count === NAMES.length,
    );
    expect(await page.locator('main').innerText()).not.toMatch(/nothing recorded|no data|did not report|failed/i);
    expect(await page.getByRole('alert').count()).toBe(0);
    ailing.ailment = 'well';
    await drawn(...NAMES);
  });

  test.each<[Ailment, string]>([
    ['refusing', 'The store refuses the query (status 422): query processing would load too many samples'],
    ['gateway', 'answers with an HTML page (status 200)'],
    ['down', 'cannot be reached (connection closed)'],
  ])('a store that is %s is named in every panel, and panels draw when it answers again', async (ailment, sentence) => {
    ailing.ailment = ailment;
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await say(sentence);
    expect(await page.getByRole('alert').count()).toBe(NAMES.length);
    ailing.ailment = 'well';
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await drawn(...NAMES);
    given.watched.forgive(REFUSED);
  });

  test('a store that refuses one query leaves the other panels', async () => {
    Object.assign(ailing, { only: 'ml_outcomes', ailment: 'refusing' });
    await page.getByTestId('data-testid RefreshPicker run button').click();
    await say('The store refuses the query (status 422)', ['confusion']);
    await drawn(...NAMES.filter((name) => name !== 'confusion'));
    expect(await page.getByRole('alert').count()).toBe(1);
    Object.assign(ailing, { only: '', ailment: 'well' });
    given.watched.forgive(REFUSED);
  });

  test('hostile names are text in every panel, with the values of the store', async () => {
    await given.openDashboard(boardOf('hostile'));
    await drawn(...NAMES);
    const titles = await panel('drift-map')
      .locator('[title]')
      .evaluateAll((names) => names.map((name) => name.getAttribute('title') ?? ''));
    expect(titles.filter((title) => HOSTILE_NAMES.includes(title)).sort()).toEqual([...HOSTILE_NAMES].sort());
    for (const name of ['drift', 'fairness', 'confusion']) {
      const text = await panel(name).innerText();
      expect([name, HOSTILE_NAMES.filter((each) => !text.includes(each))]).toEqual([name, []]);
    }
    expect(await panel('distribution').locator('g[data-bin="<b>high</b>"]').count()).toBe(1);
    expect(await page.locator('main img[src="x"], main b').count()).toBe(0);
    const where = { model: ['hostile'] };
    const [worst = ''] = HOSTILE_NAMES.slice(-1);
    expectNear(
      numberIn(await panel('distribution').getByTestId('driftline-psi').innerText()),
      await given.stored({ measure: 'psi', where }, { ml_feature_name: worst }),
    );
    const [first = ''] = HOSTILE_NAMES;
    const row = await panel('fairness').getByRole('row').filter({ hasText: first }).innerText();
    expectNear(
      numberIn(/[\d.]+%/.exec(row)?.[0] ?? '') / 100,
      await given.stored({ measure: 'selection-rate', favorable: '>50K', where }, { ml_group_value: first }),
    );
  });

  test('without a reference there is nothing to compare with; what needs none is drawn', async () => {
    await given.openDashboard(boardOf('bare'));
    await say('Nothing to compare with', ['drift', 'distribution', 'drift-map']);
    await drawn('distribution', 'fairness', 'confusion');
    expect(await panel('distribution').getByRole('button', { name: 'Live' }).count()).toBe(1);
    expect(await panel('confusion').locator('td').allInnerTexts()).toHaveLength(4);
  });

  test('one feature of one bin, one group and one class are drawn', async () => {
    await given.openDashboard(boardOf('one'));
    await drawn(...NAMES);
    expect(await panel('distribution').getByTestId('driftline-psi').innerText()).toBe('0.000');
    expect(await panel('distribution').locator('g[data-bin]').count()).toBe(1);
    expect(await panel('fairness').innerText()).toContain('reference');
    expect(await panel('confusion').locator('td').allInnerTexts()).toHaveLength(1);
  });

  test('in a range without reports every panel says so', async () => {
    await given.openDashboard(boardOf('gone'));
    // Prometheus lists names by whole blocks, so that it may still know the model a while after its last report.
    await say(
      /Nothing recorded|The model “gone” did not report/,
      NAMES.filter((name) => name !== 'confusion'),
    );
    await say(/No ground truth yet|The model “gone” did not report/, ['confusion']);
  });

  test('a variable that resolves to nothing is named, and asks for nothing', async () => {
    await given.openDashboard({ ...boardOf('$nowhere'), templating: { list: [NOWHERE] } });
    given.watched.asked = 0;
    await say('The variable $nowhere has no value: nothing that it lists reported.');
    expect(given.watched.asked).toBe(0);
  });

  test('of 5,000 features the worst are drawn, what is left out is said, and the page answers', async () => {
    const worst = `feature ${MANY - 1}`;
    await given.openDashboard(boardOf('many', 3), 'now-2m');
    await drawn('drift', 'distribution', 'drift-map');
    await say('The worst 100 of 5,000 series.', ['drift']);
    const psi = await given.stored({ measure: 'psi', where: { model: ['many'], feature: [worst] } });
    expectNear(numberIn(await panel('distribution').getByTestId('driftline-psi').innerText()), psi);
    const map = panel('drift-map').getByRole('application');
    const started = Date.now();
    await map.focus();
    await page.keyboard.press('ArrowUp');
    const tooltip = await page.getByRole('tooltip').innerText();
    expect(Date.now() - started).toBeLessThan(RESPONSIVE_MS);
    expect(tooltip).toContain(worst);
    expectNear(numberIn(/0\.\d+/.exec(tooltip)?.[0] ?? ''), psi);
    expect(await panel('drift-map').locator('[title]').count()).toBeLessThan(100);
    await panel('distribution').getByRole('combobox').fill('feature 4242');
    await page.getByRole('option', { name: 'feature 4242' }).click();
    await panel('distribution').getByLabel('Distribution of feature 4242').waitFor();
  });
}

const place = (i: number): PanelJson['gridPos'] => ({ x: 8 * (i % 3), y: 9 * Math.floor(i / 3), w: 8, h: 9 });

/** Every panel, or the first ones, asked for one model. */
function boardOf(model: string, count = TYPES.length): DashboardJson {
  return dashboardOf(
    TYPES.slice(0, count).map((type, i) => {
      const queries = (QUERIES[type] ?? []).map((query) => ({ ...query, where: { model: [model] } }));
      return panelOf(type, place(i), queries, {}, i + 1);
    }),
  );
}

/** A variable that lists features of a model which is not there. */
const NOWHERE = {
  name: 'nowhere',
  label: '',
  type: 'query',
  datasource: { type: 'driftline-model-datasource', uid: 'driftline' },
  query: 'features(absent)',
  multi: false,
  includeAll: false,
};

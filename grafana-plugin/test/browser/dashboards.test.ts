import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { waitUntil } from '@driftline/local-store/testing';
import type { DashboardJson } from '../../workbench/src/dashboard/dashboard-json.ts';
import { describeInBrowser } from './describe-in-browser.ts';
import type { Given } from './given-page.ts';
import { recordedModels } from './recorded-models.ts';

const BUILT = fileURLToPath(new URL('../../dist/', import.meta.url));
const built = (path: string): unknown => JSON.parse(readFileSync(`${BUILT}${path}`, 'utf8'));

const PROVISIONED = fileURLToPath(new URL('../../../provisioning/grafana/dashboards/driftline', import.meta.url));

/** Of a data source in somebody's Grafana. */
const UID = 'bd6pk0vxgq3nke';

interface Include {
  readonly type: string;
  readonly name: string;
  readonly path: string;
}

/** What is read of a request for data and of its answer. */
interface Asked {
  readonly queries: readonly { readonly refId: string; readonly datasource?: { readonly uid?: string } }[];
}
interface Answered {
  readonly results: Readonly<Record<string, { readonly frames?: readonly { data: { values: unknown[][] } }[] }>>;
}

const dashboards = (built('plugin.json') as { readonly includes: readonly Include[] }).includes.filter(
  ({ type }) => type === 'dashboard',
);

test('the app brings a dashboard, under the name that its plugin.json gives', () => {
  expect(dashboards.map(({ path }) => (built(path) as DashboardJson).title)).toEqual(
    dashboards.map(({ name }) => name),
  );
  expect(dashboards).not.toEqual([]);
});

const SETTING = { history: recordedModels, workbench: { uid: UID, dashboards: PROVISIONED }, height: 1600 };

describeInBrowser('dashboards of the app, imported where the data source has another identifier', SETTING, story);

function story(given: Given): void {
  test.each(dashboards)('$name has values in each panel', async ({ path }) => {
    const { page } = given;
    const dashboard = built(path) as DashboardJson;
    await page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: dashboard }));
    const uids = new Set<string | undefined>();
    /** Frames that have a value. */
    let values = 0;
    page.on('response', (response) => {
      if (!response.url().includes('/api/ds/query') || !response.ok()) return;
      const { queries } = response.request().postDataJSON() as Asked;
      for (const { datasource } of queries) uids.add(datasource?.uid);
      void response.json().then(
        (answer) => {
          const { results } = answer as Answered;
          for (const { frames = [] } of Object.values(results)) values += frames.filter(hasRows).length;
        },
        // The answer came to a page that is gone.
        () => undefined,
      );
    });
    await given.open('/workbench/?theme=dark&var-window=15m');
    for (const { title } of dashboard.panels) {
      const panel = page.getByTestId(`data-testid Panel header ${title}`);
      await panel.waitFor();
      await waitUntil(
        `something drawn in ${title}`,
        async () => [await panel.innerText(), await panel.locator('canvas, svg, table').count()] as const,
        ([text, drawn]) => drawn > 0 && !/Loading|No data/.test(text),
      );
      expect([title, await panel.innerText()]).toEqual([title, expect.not.stringMatching(/no .* reported|error/i)]);
    }
    expect([...uids]).toEqual([UID]);
    await waitUntil(
      'values for every query of the dashboard',
      () => Promise.resolve(values),
      (count) => count >= dashboard.panels.reduce((sum, { targets }) => sum + targets.length, 0),
    );
  });

  test('a provisioned dashboard leads to the others and to the app, with what is chosen', async () => {
    // Others watch the answers of their page, which are gone once it leads on.
    const own = await given.newPage();
    const drawn = (title: string) => own.getByTestId(`data-testid Panel header ${title}`);
    const follow = (name: string) =>
      own.getByRole('navigation', { name: 'Dashboards' }).getByRole('link', { name, exact: true }).click();
    await own.goto(`${given.workbench.url}/d/driftline-drift?theme=dark&var-model=income&var-window=1h`);
    await drawn('PSI of the predictions').waitFor();
    await follow('Serving');
    await drawn('Latency of each replica, 99th percentile').waitFor();
    const { pathname, searchParams } = new URL(own.url());
    expect([pathname, searchParams.get('var-window'), searchParams.get('from')]).toEqual([
      '/d/driftline-serving',
      '1h',
      'now-10m',
    ]);
    await follow('Open in Driftline');
    await own.waitForURL('**/a/driftline-model-app/models/income/serving?**');
    expect(new URL(own.url()).searchParams.get('var-window')).toBe('1h');
    await own.close();
  });
}

function hasRows({ data }: { readonly data: { readonly values: unknown[][] } }): boolean {
  return data.values.some((column) => column.some((value) => value !== null));
}

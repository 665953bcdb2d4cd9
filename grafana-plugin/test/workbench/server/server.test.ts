import { join } from 'node:path';
import { bundledDashboard } from '../bundled-dashboard.ts';
import { startWorkbench, type WorkbenchServer } from '../../../workbench/server/server.ts';

/** Nothing listens there. */
const STORE = 'http://127.0.0.1:9';

const DASHBOARDS = join(__dirname, '../../../../provisioning/grafana/dashboards/driftline');

let workbench: WorkbenchServer;

beforeAll(async () => {
  workbench = await startWorkbench({
    store: STORE,
    dashboards: DASHBOARDS,
    settings: { window: '1m' },
    phase: () => 'age shift',
  });
});

afterAll(() => workbench.close());

const get = (path: string): Promise<Response> => fetch(workbench.url + path, { redirect: 'manual' });

test.each([
  ['/workbench/', 'text/html'],
  ['/explore', 'text/html'],
  ['/public/plugins/driftline-model-app/panels/drift/module.js', 'text/javascript'],
  ['/public/fonts/inter/Inter-Regular.woff2', 'font/woff2'],
  ['/public/fonts/roboto/anything.woff2', 'font/woff2'],
  ['/public/build/img/icons/unicons/a-name-that-nobody-draws.svg', 'image/svg+xml'],
])('serves %s', async (path, type) => {
  const response = await get(path);
  expect([response.status, response.headers.get('content-type')?.split(';')[0]]).toEqual([
    200,
    type === 'text/javascript' ? expect.stringMatching(/javascript$/) : type,
  ]);
});

test.each(['/public/fonts/inter/Inter-Heavy.woff2', '/api/nothing'])('has no %s, and says so', async (path) => {
  const response = await get(path);
  expect(response.status).toBe(404);
  await expect(response.json()).resolves.toEqual({ error: `There is no ${path} here.` });
});

test('regression: an icon that points to the left, as on the time picker, is drawn though the package has its pair alone', async () => {
  const icon = async (name: string): Promise<string> =>
    (await get(`/public/build/img/icons/unicons/${name}.svg`)).text();
  const [right, left] = [await icon('angle-double-right'), await icon('angle-double-left')];
  const [path = 'none'] = /<path[^>]*>/.exec(right) ?? [];
  expect(left).toContain(`<g transform="matrix(-1 0 0 1 24 0)">${path}`);
});

test('leads to the page, with what was asked of it', async () => {
  const response = await get('/?theme=dark');
  expect(response.headers.get('location')).toBe('/workbench/?theme=dark');
});

test('has the dashboard that the app brings', async () => {
  await expect((await get('/api/workbench/dashboard')).json()).resolves.toEqual(bundledDashboard);
});

test('has the dashboards of a folder, each at the address that Grafana has it', async () => {
  const dashboards = (await (await get('/api/workbench/dashboards')).json()) as { uid: string; title: string }[];
  expect(dashboards).toContainEqual({ uid: 'driftline-drift', title: 'Model drift' });
  const drift = (await (await get('/api/workbench/dashboards/driftline-drift')).json()) as { panels: unknown[] };
  expect(drift.panels.length).toBeGreaterThan(5);
  expect((await get('/api/workbench/dashboards/none')).status).toBe(404);
  expect((await get('/d/driftline-drift')).headers.get('content-type')).toContain('text/html');
});

test('tells the phase of the traffic, and the data source that it serves', async () => {
  await expect((await get('/api/workbench/phase')).json()).resolves.toEqual({ phase: 'age shift' });
  const dataSource = { uid: 'driftline', url: STORE, settings: { window: '1m' } };
  await expect((await get('/api/workbench/data-source')).json()).resolves.toEqual(dataSource);
  const health = await get('/api/datasources/uid/driftline/health');
  await expect(health.json()).resolves.toMatchObject({
    status: 'ERROR',
    message: expect.stringContaining(`The store at ${STORE} cannot be reached`),
  });
});

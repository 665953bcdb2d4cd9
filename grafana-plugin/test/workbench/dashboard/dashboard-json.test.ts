import { loadDashboard } from '../../../workbench/src/dashboard/dashboard-json.ts';

function answer(status: number, data: unknown): void {
  globalThis.fetch = (() =>
    Promise.resolve({ ok: status < 400, status, json: () => Promise.resolve(data) })) as unknown as typeof fetch;
}

test('comes from the server', async () => {
  answer(200, { title: 'Driftline: model' });
  await expect(loadDashboard()).resolves.toEqual({ title: 'Driftline: model' });
});

test('a server without one is named', async () => {
  answer(404, {});
  await expect(loadDashboard()).rejects.toThrow('The server answered 404 for the dashboard: look at its log.');
});

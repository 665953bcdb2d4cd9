/** @jest-environment jsdom */
import '../../jsdom.ts';
import { screen } from '@testing-library/react';
import { listDashboards, loadDashboard, type DashboardJson } from '../../../workbench/src/dashboard/dashboard-json.ts';
import { DashboardPage } from '../../../workbench/src/pages/DashboardPage.tsx';
import { renderPage } from './render-page.tsx';

jest.mock('../../../workbench/src/dashboard/dashboard-json.ts', () => ({
  loadDashboard: jest.fn(),
  listDashboards: jest.fn(() => Promise.resolve([])),
}));

const variable = { name: 'window', label: 'Window', type: 'custom', query: '1m,5m', multi: false, includeAll: false };
const dashboard: DashboardJson = {
  title: 'Test',
  panels: [],
  annotations: { list: [] },
  templating: { list: [variable] },
};

test('has the variables of the dashboard', async () => {
  jest.mocked(loadDashboard).mockResolvedValue(dashboard);
  renderPage(<DashboardPage />);
  // The first of all draws slowly on a busy machine.
  expect(await screen.findByText('Window', {}, { timeout: 20_000 })).toBeTruthy();
  expect(await screen.findByText('1m')).toBeTruthy();
});

test('takes values of variables from the address, as Grafana does', async () => {
  jest.mocked(loadDashboard).mockResolvedValue(dashboard);
  window.history.replaceState(null, '', '/?var-window=5m');
  renderPage(<DashboardPage />);
  expect(await screen.findByText('5m')).toBeTruthy();
});

test('shows the dashboard that the address names, beside the others of the server', async () => {
  jest.mocked(loadDashboard).mockResolvedValue(dashboard);
  jest.mocked(listDashboards).mockResolvedValue([
    { uid: 'driftline-drift', title: 'Model drift' },
    { uid: 'driftline-serving', title: 'Model serving' },
  ]);
  window.history.replaceState(null, '', '/d/driftline-drift?theme=light');
  renderPage(<DashboardPage />);
  const tabs = await screen.findAllByRole('tab');
  expect(tabs.map((tab) => [tab.textContent, tab.getAttribute('href'), tab.getAttribute('aria-selected')])).toEqual([
    ['Driftline: model', '/workbench/?theme=light', 'false'],
    ['Model drift', '/d/driftline-drift?theme=light', 'true'],
    ['Model serving', '/d/driftline-serving?theme=light', 'false'],
  ]);
  expect(loadDashboard).toHaveBeenLastCalledWith('driftline-drift');
});

test('a dashboard that cannot be had is named', async () => {
  jest.mocked(loadDashboard).mockRejectedValue(new Error('The server answered 404 for the dashboard.'));
  renderPage(<DashboardPage />);
  expect((await screen.findByRole('alert')).textContent).toContain('The server answered 404 for the dashboard.');
});

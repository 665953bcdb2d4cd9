/** @jest-environment jsdom */
import '../../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setPluginComponentHook } from '@grafana/runtime';
import type { Panel } from '@grafana/schema';
import { AddToDashboard, type OfferedPanel } from '../../../src/pages/parts/AddToDashboard.tsx';
import { renderView } from '../render-view.tsx';

const DATA_SOURCE = { type: 'driftline-model-datasource', uid: 'driftline' };
const PANEL: OfferedPanel = {
  title: 'Distribution of age',
  pluginId: 'driftline-distribution-panel',
  queries: [
    { refId: 'A', datasource: DATA_SOURCE, measure: 'psi', format: 'distribution' },
    { refId: 'A', datasource: DATA_SOURCE, measure: 'psi', baseline: { kind: 'earlier', offset: '1w' } },
  ],
};

/** What Grafana gives for the id of an exposed component. */
function exposing(component: unknown): void {
  setPluginComponentHook(() => ({ isLoading: false, component }) as never);
}

test("Grafana's form is given the panel as a dashboard saves it", async () => {
  let built: Panel | undefined;
  exposing(({ buildPanel }: { readonly buildPanel: () => Panel }) => {
    built = buildPanel();
    return <p>Which dashboard?</p>;
  });
  renderView(<AddToDashboard panels={[PANEL]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add to dashboard' }));
  await screen.findByText('Which dashboard?');
  expect(built).toMatchObject({
    type: 'driftline-distribution-panel',
    title: 'Distribution of age',
    datasource: DATA_SOURCE,
    targets: [
      { refId: 'A', format: 'distribution' },
      { refId: 'B', baseline: { kind: 'earlier', offset: '1w' } },
    ],
  });
});

test('of several panels one is chosen first', async () => {
  exposing(() => <p>Which dashboard?</p>);
  renderView(<AddToDashboard panels={[PANEL, { ...PANEL, title: 'PSI of age' }]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add to dashboard' }));
  await userEvent.click(await screen.findByRole('menuitem', { name: 'PSI of age' }));
  await screen.findByText('Add “PSI of age” to a dashboard');
});

test('where Grafana exposes no form, it says so and what to do', async () => {
  exposing(null);
  renderView(<AddToDashboard panels={[PANEL]} />);
  await userEvent.click(screen.getByRole('button', { name: 'Add to dashboard' }));
  await screen.findByText(/Apps cannot add panels to dashboards in this version of Grafana: update Grafana/);
});

test('without a panel there is nothing to add', () => {
  exposing(null);
  renderView(<AddToDashboard panels={[]} />);
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Add to dashboard' }).disabled).toBe(true);
});

/** @jest-environment jsdom */
import '../../../jsdom.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { locationService } from '@grafana/runtime';
import { planResource } from '@driftline/shared';
import { of, throwError } from 'rxjs';
import { AlertsView } from '../../../../src/pages/model/alerts/AlertsView.tsx';
import { givenAlerting } from '../../../browser/given-alerting.ts';
import { answerOf, tableOf } from '../../made-up-rows.ts';
import { NOW, renderView, viewProps } from '../../render-view.tsx';

const { body: measures } = planResource({ settings: {}, path: 'measures', parameters: {}, now: 0 }) as {
  body: unknown;
};
const PSI = { measure: 'psi', model: 'income', version: '1', feature: 'age', value: 0.31, critical: 0.25 };

function renderAlerts(refuses?: number): void {
  const { groups, silences } = givenAlerting(NOW);
  const main = answerOf([tableOf('psi', [PSI])]);
  const fetch = ({ url }: { readonly url: string }) =>
    refuses === undefined
      ? of({ data: url.endsWith('rules') ? { data: { groups } } : silences })
      : throwError(() => ({ status: refuses }));
  renderView(
    <AlertsView {...viewProps({ data: { main } })} />,
    { measures, fetch },
    '/models/income/alerts?from=now-6h',
  );
}

const rowOf = async (title: string): Promise<HTMLElement> =>
  (await screen.findByRole('cell', { name: title })).closest('tr') as HTMLElement;

test('a rule that exists has its state, its silence, and leads to Grafana', async () => {
  renderAlerts();
  expect(
    await screen.findByText('1 rule is firing: Feature drift: PSI. 14 of 15 recommended rules do not exist yet.'),
  ).toBeTruthy();
  const row = within(await rowOf('Feature drift: PSI'));
  const state = row.getByRole('link', { name: /firing 12 min/ });
  expect(state.getAttribute('href')).toBe('/alerting/grafana/dl-psi-income/view?tab=history');
  expect(state.title).toMatch(/^Since 20\d\d-.+\. State history$/);
  expect(await row.findByText('for 2 h more: known: retraining tonight')).toBeTruthy();
  expect(row.getByText('age 0.31 > 0.25')).toBeTruthy();
  expect(row.getByRole('link', { name: /^Open/ }).getAttribute('href')).toBe('/alerting/grafana/dl-psi-income/view');
  const silence = new URL(row.getByRole('link', { name: /^Silence/ }).getAttribute('href') ?? '', 'http://grafana');
  expect([silence.pathname, silence.searchParams.getAll('matcher')]).toEqual([
    '/alerting/silence/new',
    ['alertname=Feature drift: PSI of income', 'ml_model_name=income'],
  ]);
});

test("a rule that does not exist is created in Grafana's editor, which leads back", async () => {
  renderAlerts();
  await userEvent.click(await screen.findByRole('button', { name: 'Create Latency' }));
  const { defaults, returnTo } = locationService.getSearchObject();
  expect(locationService.getLocation().pathname).toBe('/alerting/new');
  expect(returnTo).toBe('/models/income/alerts?from=now-6h');
  expect(JSON.parse(String(defaults))).toMatchObject({ type: 'grafana', name: 'Latency of income' });
});

test('without permission the columns say so', async () => {
  renderAlerts(403);
  expect(await screen.findByText('Which rules exist is not known: no permission.')).toBeTruthy();
  expect(within(await rowOf('Latency')).getAllByText('no permission')).toHaveLength(2);
});

test('a model may have limits of its own, which its rules and its state then have', async () => {
  renderAlerts();
  await userEvent.click(await screen.findByRole('button', { name: 'Limits of this model…' }));
  await userEvent.type(await screen.findByLabelText(/^Latency/), '0.5');
  await userEvent.type(screen.getByLabelText(/^Feature drift: PSI/), '0.4');
  await userEvent.click(screen.getByRole('button', { name: 'Use these limits' }));
  expect(locationService.getSearchObject()['limits']).toBe('psi:0.4,latency-quantile:0.5');
  const row = within(await rowOf('Feature drift: PSI'));
  expect(row.getByText('> 0.4')).toBeTruthy();
  // Within its own limit.
  expect(row.getByText('age 0.31')).toBeTruthy();
  await userEvent.click(screen.getByRole('button', { name: 'Create Latency' }));
  expect(String(locationService.getSearchObject()['defaults'])).toContain('"params":[0.5]');
});

test('what is no number is no limit', async () => {
  renderAlerts();
  await userEvent.click(await screen.findByRole('button', { name: 'Limits of this model…' }));
  await userEvent.type(await screen.findByLabelText(/^Latency/), 'fast');
  await userEvent.click(screen.getByRole('button', { name: 'Use these limits' }));
  expect(screen.getByText('Type a number.')).toBeTruthy();
  expect(locationService.getSearchObject()['limits']).toBeUndefined();
});

/** @jest-environment jsdom */
import '../../jsdom.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { ModelsView } from '../../../src/pages/models/ModelsView.tsx';
import { answerOf, tableOf } from '../made-up-rows.ts';
import { NOW, renderView, viewProps } from '../render-view.tsx';

const DAY = 86_400_000;
const REPORTS = [
  { model: 'fraud', version: '7', first: NOW - 4 * DAY, last: NOW - 3 * DAY },
  { model: 'income', version: '1', first: NOW - DAY, last: NOW - 1000 },
  { model: 'demand', version: '3', first: NOW - DAY, last: NOW - 1000 },
];
const MAIN = answerOf([
  tableOf('psi', [
    { measure: 'psi', model: 'income', version: '1', feature: 'age', value: 0.31, observations: 900, critical: 0.25 },
    { measure: 'psi', model: 'demand', version: '3', feature: 'temp', value: 0.04, observations: 900, critical: 0.25 },
  ]),
]);

const models = (): (string | null)[] =>
  within(screen.getByRole('table', { name: 'Models' }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => within(row).getAllByRole('cell')[0]?.textContent ?? null);

test('says what needs attention, and leads from an area to the model at its tab', async () => {
  renderView(<ModelsView {...viewProps({ data: { main: MAIN } })} />, { reports: REPORTS }, '/?from=now-6h');
  expect(await screen.findByText('1 of 3 models needs attention: income. fraud is silent.')).toBeTruthy();
  expect(models()).toEqual(['income', 'demand', 'fraud']);
  const drift = screen.getByRole('link', { name: 'Drift of income: age 0.31 > 0.25' });
  expect(drift.getAttribute('href')).toBe('/a/driftline-model-app/models/income/drift?from=now-6h');
  expect(within(drift).getByText('Critical')).toBeTruthy();
  expect(screen.getByText('3 d ago').getAttribute('datetime')).toBe(new Date(NOW - 3 * DAY).toISOString());
});

test('search, filter and order stand in the address', async () => {
  renderView(<ModelsView {...viewProps({ data: { main: MAIN } })} />, { reports: REPORTS });
  await userEvent.click(await screen.findByRole('radio', { name: 'Silent 1' }));
  expect([models(), locationService.getSearchObject()]).toEqual([['fraud'], { show: 'silent' }]);
  await userEvent.click(screen.getByRole('radio', { name: 'All' }));
  await userEvent.click(screen.getByRole('button', { name: 'Model' }));
  expect([models(), locationService.getSearchObject()]).toEqual([['demand', 'fraud', 'income'], { sort: 'model' }]);
  await userEvent.type(screen.getByPlaceholderText('Search models'), 'D');
  expect(models()).toEqual(['demand', 'fraud']);
  expect(locationService.getSearchObject()).toEqual({ sort: 'model', search: 'D' });
});

test('a link reproduces the view', async () => {
  const address = '/?sort=-model&search=m';
  renderView(<ModelsView {...viewProps({ data: { main: MAIN } })} />, { reports: REPORTS }, address);
  await screen.findByRole('table');
  expect(models()).toEqual(['income', 'demand']);
  expect(screen.getByRole('columnheader', { name: 'Model' }).getAttribute('aria-sort')).toBe('descending');
});

test('keeps its place while it loads', () => {
  renderView(<ModelsView {...viewProps()} />, { reports: new Promise(() => undefined) });
  expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeTruthy();
});

test('what cannot be listed is said with its cause, and asked again', async () => {
  const onRetry = jest.fn();
  const error = new Error('The store at x cannot be reached: check that it runs.');
  renderView(<ModelsView {...viewProps({ data: { main: MAIN }, onRetry })} />, { reports: error });
  expect((await screen.findByRole('alert')).textContent).toContain('check that it runs');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test('one query that fails leaves the others', async () => {
  const main = answerOf(MAIN.series, [{ refId: 'missing-share', message: 'Too many series.' }]);
  renderView(<ModelsView {...viewProps({ data: { main } })} />, { reports: REPORTS });
  expect((await screen.findByRole('alert')).textContent).toContain('Too many series.');
  expect(models()).toHaveLength(3);
});

test('answers that are loaded again do not take the table away', async () => {
  const main = { ...MAIN, state: LoadingState.Loading };
  renderView(<ModelsView {...viewProps({ data: { main } })} />, { reports: REPORTS });
  await screen.findByRole('table');
  expect(models()).toHaveLength(3);
});

test('without a model it is the guide to the first one', async () => {
  renderView(<ModelsView {...viewProps({ data: { main: answerOf([]) } })} />, { reports: [] });
  expect(await screen.findByText('Watch your first model')).toBeTruthy();
});

test('without a data source it leads to one', async () => {
  renderView(<ModelsView {...viewProps({ dataSource: '' })} />, { none: true });
  const link = await screen.findByRole('link', { name: 'Add a Driftline data source' });
  expect(link.getAttribute('href')).toBe('/connections/datasources/new');
});

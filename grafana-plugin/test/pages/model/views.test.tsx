/** @jest-environment jsdom */
import '../../jsdom.ts';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { ComponentType } from 'react';
import { DataQualityView } from '../../../src/pages/model/data-quality/DataQualityView.tsx';
import { DriftView } from '../../../src/pages/model/drift/DriftView.tsx';
import { FairnessView } from '../../../src/pages/model/fairness/FairnessView.tsx';
import { OverviewView } from '../../../src/pages/model/overview/OverviewView.tsx';
import { PerformanceView } from '../../../src/pages/model/performance/PerformanceView.tsx';
import { ServingView } from '../../../src/pages/model/serving/ServingView.tsx';
import { VersionsView } from '../../../src/pages/model/versions/VersionsView.tsx';
import type { ViewProps } from '../../../src/pages/scenes/QueriedView.tsx';
import type { MeasureRow } from '../../../src/pages/values/measure-rows.ts';
import { answerOf, tableOf } from '../made-up-rows.ts';
import { NOW, renderView, viewProps } from '../render-view.tsx';

const VIEWS: Readonly<Record<string, ComponentType<ViewProps>>> = {
  OverviewView,
  DriftView,
  DataQualityView,
  PerformanceView,
  FairnessView,
  VersionsView,
  ServingView,
};
const REPORTS = [{ model: 'income', version: '2', first: NOW - 1000, last: NOW }];

const of = (measure: string, more: Partial<MeasureRow>): Partial<MeasureRow> => ({
  measure,
  model: 'income',
  version: '2',
  ...more,
});
const shown = (View: ComponentType<ViewProps>, tables: Parameters<typeof answerOf>[0], address = '/'): void =>
  renderView(<View {...viewProps({ data: { main: answerOf(tables) } })} />, { reports: REPORTS }, address);

test.each(Object.entries(VIEWS))('%s keeps its place while it loads', (_, View) => {
  const main = { ...answerOf([]), state: LoadingState.Loading };
  renderView(<View {...viewProps({ data: { main } })} />, { reports: [] });
  expect(screen.getByRole('progressbar', { name: 'Loading' })).toBeTruthy();
});

test.each(Object.entries(VIEWS))('%s says why a query failed, and asks again', async (_, View) => {
  const onRetry = jest.fn();
  const main = answerOf([], [{ refId: 'psi', message: 'The store is busy: try again later.' }]);
  renderView(<View {...viewProps({ data: { main }, onRetry })} />, { reports: REPORTS });
  expect((await screen.findByRole('alert')).textContent).toContain('The store is busy: try again later.');
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(onRetry).toHaveBeenCalledTimes(1);
});

test('the overview leads from its sentence to the feature, and from a card to its tab', async () => {
  shown(OverviewView, [tableOf('psi', [of('psi', { feature: 'age', value: 0.3, critical: 0.25, observations: 900 })])]);
  expect(await screen.findByText(/^age PSI of 2 is 0.3 \(limit 0.25, n 900\)\.$/)).toBeTruthy();
  expect(screen.getByRole('link', { name: 'Show' }).getAttribute('href')).toBe(
    '/a/driftline-model-app/models/income/drift?feature=age&featureVersion=2',
  );
  expect(screen.getByRole('link', { name: /^Performance/ }).getAttribute('href')).toMatch(/income\/performance$/);
  expect(screen.getByText('no labels yet')).toBeTruthy();
});

test('a feature of the table opens above the page, by its address', async () => {
  shown(DriftView, [tableOf('now', [of('psi', { feature: 'age', value: 0.3, critical: 0.25 })])]);
  await userEvent.click(screen.getByText('age'));
  expect(locationService.getSearchObject()).toEqual({ feature: 'age', featureVersion: '2' });
  expect(screen.getByText('1 of 1 features is beyond its limit: age.')).toBeTruthy();
});

test('too few observations are counted', () => {
  shown(DriftView, [tableOf('now', [of('psi', { feature: 'age', observations: 41, critical: 0.25 })])]);
  expect(screen.getByText('n = 41 of 200')).toBeTruthy();
});

test('data quality has a feature in a row and its problems in columns', () => {
  const row = of('missing-share', { feature: 'job', value: 0.09, critical: 0.05, observations: 1000 });
  shown(DataQualityView, [tableOf('missing-share', [row], 'percentunit')]);
  expect(screen.getByText('1 of 1 features has more problems than in training: job.')).toBeTruthy();
  expect(screen.getByText('9 %')).toBeTruthy();
});

test('without labels, performance says how to send them', () => {
  shown(PerformanceView, []);
  expect(screen.getByText('No labels yet: how right the predictions are is not known.')).toBeTruthy();
  expect(screen.getByText(/monitor\.recordOutcome/)).toBeTruthy();
});

test('the accuracy stands beside its baseline, with the share of predictions that have labels', () => {
  shown(PerformanceView, [
    tableOf('accuracy', [of('accuracy', { value: 0.78, observations: 900 })], 'percentunit'),
    tableOf(
      'accuracy-drop',
      [of('accuracy-drop', { value: 0.07, critical: 0.05, criticalValue: 0.01 })],
      'percentunit',
    ),
    tableOf('throughput', [of('throughput', { value: 1 })], 'reqps'),
  ]);
  expect(screen.getByText('The accuracy of 2 is 7 pt below its baseline (limit 5 pt, noise 1 pt).')).toBeTruthy();
  expect(screen.getAllByRole('row')[1]?.textContent).toBe('Accuracy278 %–85 %90025 %');
});

test('the numbers of small groups are withheld', () => {
  const rate = (group: string, more: Partial<MeasureRow>) => of('selection-rate', { attribute: 'sex', group, ...more });
  shown(FairnessView, [
    tableOf(
      'rate',
      [rate('Male', { value: 0.3, observations: 900 }), rate('other', { observations: 3 })],
      'percentunit',
    ),
  ]);
  expect(screen.getByText('too few to show')).toBeTruthy();
  expect(screen.queryByText('3')).toBeNull();
});

test('without groups, fairness says how to count them', () => {
  shown(FairnessView, []);
  expect(screen.getByText(/name the group attributes in the profile/)).toBeTruthy();
});

test('versions are compared by what is beyond its limit', async () => {
  shown(VersionsView, [
    tableOf('psi', [of('psi', { feature: 'age', value: 0.3, critical: 0.25 })]),
    tableOf('throughput', [of('throughput', { value: 1 }), of('throughput', { version: '1', value: 3 })], 'reqps'),
  ]);
  expect(
    await screen.findByText(
      '2 gets 25 % of the predictions, with 1 value beyond a limit against 0 values of 1: a case for rolling it back.',
    ),
  ).toBeTruthy();
});

test('serving has the quantiles of each version', () => {
  const p99 = of('latency-quantile', { value: 0.038, critical: 0.2 });
  shown(ServingView, [tableOf('p99', [p99], 's')]);
  expect(screen.getByText('99 of 100 predictions of 2 take at most 38 ms (limit 200 ms).')).toBeTruthy();
});

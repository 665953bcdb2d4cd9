/** @jest-environment jsdom */
import '../../jsdom.ts';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LoadingState } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import type { ComponentType } from 'react';
import { of as rxOf, throwError } from 'rxjs';
import { DataQualityView } from '../../../src/pages/model/data-quality/DataQualityView.tsx';
import { DriftView } from '../../../src/pages/model/drift/DriftView.tsx';
import { FairnessView } from '../../../src/pages/model/fairness/FairnessView.tsx';
import { OverviewView } from '../../../src/pages/model/overview/OverviewView.tsx';
import { PerformanceView } from '../../../src/pages/model/performance/PerformanceView.tsx';
import { ServingView } from '../../../src/pages/model/serving/ServingView.tsx';
import { VersionsView } from '../../../src/pages/model/versions/VersionsView.tsx';
import type { ViewProps } from '../../../src/pages/scenes/QueriedView.tsx';
import type { MeasureRow } from '../../../src/pages/values/measure-rows.ts';
import { givenAlerting } from '../../browser/given-alerting.ts';
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

/** Texts of the rows of a table, without its titles. */
const rowsOf = (table: string): (string | null)[] =>
  within(screen.getByRole('table', { name: table }))
    .getAllByRole('row')
    .slice(1)
    .map(({ textContent }) => textContent?.replaceAll('\u00A0', ' ') ?? null);

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
  expect(rowsOf('Problems by feature')[0]).toContain('9 %');
});

test('without labels, performance says how to send them', () => {
  shown(PerformanceView, []);
  expect(screen.getByText('No labels yet: how right the predictions are is not known.')).toBeTruthy();
  expect(screen.getByText(/monitor\.recordOutcome/)).toBeTruthy();
});

test('the accuracy stands beside its baseline, and how many labels there are and how late they come', () => {
  shown(PerformanceView, [
    tableOf('accuracy', [of('accuracy', { value: 0.78, observations: 900 })], 'percentunit'),
    tableOf(
      'accuracy-drop',
      [of('accuracy-drop', { value: 0.07, critical: 0.05, criticalValue: 0.01 })],
      'percentunit',
    ),
    tableOf('throughput', [of('throughput', { value: 1 })], 'count:predictions/s'),
    tableOf('delay p50', [of('label-delay', { value: 1200, observations: 900 })], 's'),
    tableOf('delay p95', [of('label-delay', { observations: 41 })], 's'),
  ]);
  expect(screen.getByText('The accuracy of 2 is 7 pt below its baseline (limit 5 pt, noise 1 pt).')).toBeTruthy();
  expect(rowsOf('Performance')).toEqual(['Accuracy278 %85 %900']);
  expect(rowsOf('Labels')).toEqual(['290025 %20 minn = 41 of 200']);
  expect(screen.queryByRole('table', { name: 'Scores' })).toBeNull();
});

test('measures of scores are numbers up to 1, with the class that the score is of', () => {
  const auc = of('roc-auc', { class: '>50K', value: 0.775, observations: 900 });
  shown(PerformanceView, [
    tableOf('accuracy', [of('accuracy', { value: 0.78, observations: 900 })], 'percentunit'),
    tableOf('roc-auc', [auc], 'percentunit'),
    tableOf('top-capture', [of('top-capture', { class: '>50K', value: 0.3, observations: 300 })], 'percentunit'),
  ]);
  expect(rowsOf('Scores')).toEqual(['ROC AUC>50K20.775–900', 'Capture in the top 10 %>50K230 %–300']);
});

test('what is expected stands beside the held-out data, with labels and without', () => {
  const row = of('estimated-accuracy', { class: '>50K', value: 0.81, training: 0.86 });
  const frames = [tableOf('estimated-accuracy', [{ ...row, observations: 900 }], 'percentunit')];
  shown(PerformanceView, frames);
  expect(screen.getByText(/monitor\.recordOutcome/)).toBeTruthy();
  expect(rowsOf('Expected before labels arrive')).toEqual(['Accuracy>50K281 %–86 %900']);
  shown(PerformanceView, [...frames, tableOf('accuracy', [of('accuracy', { value: 0.78, observations: 900 })])]);
  expect(screen.getAllByRole('table', { name: 'Expected before labels arrive' })).toHaveLength(2);
});

test('of a regression, the version that is off most is told, and to which side', () => {
  shown(PerformanceView, [
    tableOf('mean-absolute-error', [
      of('mean-absolute-error', { version: '1', value: 4, observations: 900 }),
      of('mean-absolute-error', { value: 5.6, observations: 300 }),
    ]),
    tableOf('bias', [of('bias', { value: 1.5, observations: 300 })]),
  ]);
  expect(screen.getByText('Predictions of 2 are off by 5.6 on average (n 300), with a bias of +1.5.')).toBeTruthy();
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
  expect(screen.getByText('withheld')).toBeTruthy();
  expect(screen.queryByText('3')).toBeNull();
});

test('without groups, fairness says how to count them', () => {
  shown(FairnessView, []);
  expect(screen.getByText(/name the group attributes in the profile/)).toBeTruthy();
});

test('what is better and worse in the newest version is a case for promoting it or rolling it back', async () => {
  shown(VersionsView, [
    tableOf('psi', [
      of('psi', { feature: 'age', value: 0.3, critical: 0.25, criticalValue: 0.01 }),
      of('psi', { version: '1', feature: 'age', value: 0.02, critical: 0.25, criticalValue: 0.01 }),
    ]),
    tableOf(
      'throughput',
      [of('throughput', { value: 1 }), of('throughput', { version: '1', value: 3 })],
      'count:predictions/s',
    ),
  ]);
  expect(
    await screen.findByText(
      '2 gets 25 % of the predictions. Against 1: none better, 1 worse (age PSI), 0 within noise: a case for rolling it back.',
    ),
  ).toBeTruthy();
});

test('serving has the quantiles of each version, and tells of the busiest one', () => {
  const p99 = of('latency-quantile', { value: 0.038, critical: 0.2 });
  const rare = of('latency-quantile', { version: '3', value: 0.05, critical: 0.2 });
  shown(ServingView, [
    tableOf('p99', [p99, rare], 's'),
    tableOf('throughput', [of('throughput', { value: 1 })], 'count:predictions/s'),
  ]);
  expect(screen.getByText('99 of 100 predictions of 2 take at most 38 ms (limit 200 ms).')).toBeTruthy();
});

test('errors stand by type, those that never occurred in the window left out', () => {
  const error = (errorType: string, more: Partial<MeasureRow>) => of('error-type-share', { errorType, ...more });
  shown(ServingView, [
    tableOf('p99', [of('latency-quantile', { value: 0.038, critical: 0.2 })], 's'),
    tableOf(
      'error-type-share',
      [
        error('TypeError', { value: 0.001, numerator: 1, observations: 1000 }),
        error('timeout', { value: 0.02, numerator: 20, observations: 1000 }),
        error('RangeError', { value: 0, numerator: 0, observations: 1000 }),
      ],
      'percentunit',
    ),
  ]);
  expect(rowsOf('Errors by type')).toEqual(['timeout22 %–201,000', 'TypeError20.1 %–11,000']);
  expect(screen.getByText(/ 2 % of the predictions of 2 fail with timeout\.$/)).toBeTruthy();
});

test('serving of each replica by itself names it', () => {
  const p99 = (replica: string, value: number) => of('latency-quantile', { replica, value, critical: 0.2 });
  shown(ServingView, [tableOf('p99', [p99('b:1', 0.3), p99('a:1', 0.038)], 's')]);
  expect(rowsOf('Serving by version')).toEqual(['OK2a:1––38 ms––', 'Critical2b:1––300 ms––']);
  expect(screen.getByText('99 of 100 predictions of 2 on b:1 take at most 300 ms (limit 200 ms).')).toBeTruthy();
});

test('problems stand beside their share in training', () => {
  const missing = of('missing-share', {
    feature: 'job',
    value: 0.09,
    training: 0.002,
    critical: 0.052,
    observations: 1000,
  });
  shown(DataQualityView, [tableOf('missing-share', [missing], 'percentunit')]);
  expect(rowsOf('Problems')).toEqual(['CriticaljobMissing29 %0.2 %5.2 %1,000']);
});

test('alerts that are active stand below the areas', async () => {
  const { groups } = givenAlerting(NOW);
  const main = answerOf([
    tableOf('psi', [of('psi', { feature: 'age', value: 0.3, critical: 0.25, observations: 900 })]),
  ]);
  renderView(<OverviewView {...viewProps({ data: { main } })} />, {
    reports: REPORTS,
    fetch: () => rxOf({ data: { data: { groups } } }),
  });
  expect(await screen.findByRole('img', { name: /^Alert firing: Feature drift: PSI of income, since / })).toBeTruthy();
});

test('without permission to read alerts, their place says so', async () => {
  renderView(<OverviewView {...viewProps({ data: { main: answerOf([]) } })} />, {
    reports: REPORTS,
    fetch: () => throwError(() => ({ status: 403 })),
  });
  expect(await screen.findByText('no permission')).toBeTruthy();
});

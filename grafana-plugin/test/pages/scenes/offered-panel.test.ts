/** @jest-environment jsdom */
import '../../jsdom.ts';
import type { PanelData } from '@grafana/data';
import { setTemplateSrv } from '@grafana/runtime';
import { VizPanel } from '@grafana/scenes';
import { answerPanel } from '../../../src/pages/scenes/answer-panel.ts';
import { offeredPanel } from '../../../src/pages/scenes/offered-panel.ts';
import { templates } from '../../../workbench/src/host/templates.ts';
import { answerOf } from '../made-up-rows.ts';

beforeAll(() => setTemplateSrv(templates));

const PANEL = answerPanel({
  title: 'Time of a prediction',
  pluginId: 'timeseries',
  options: { legend: { showLegend: true } },
  defaults: { min: 0 },
  refIds: { p50: { name: 'p50', by: ['ml_model_version', 'instance'] }, p99: { name: 'p99' } },
});

const question = (refId: string) => ({
  refId,
  measure: 'latency-quantile',
  window: '1h',
  where: { model: ['income'] },
});
const answerTo = (...refIds: string[]): PanelData => ({
  ...answerOf([]),
  request: { targets: refIds.map(question) } as never,
});

test('a dashboard gets the questions that the panel draws the answers of, named as there', () => {
  const offered = offeredPanel(PANEL, answerTo('p50', 'throughput', 'p99'), 'driftline', 'income');
  expect(offered).toMatchObject({
    title: 'income: Time of a prediction',
    pluginId: 'timeseries',
    options: { legend: { showLegend: true } },
    defaults: { min: 0 },
    queries: [
      {
        measure: 'latency-quantile',
        datasource: { uid: 'driftline' },
        legend: 'p50 {{ml_model_version}} {{instance}}',
      },
      { measure: 'latency-quantile', legend: 'p99 {{ml_model_version}}' },
    ],
  });
});

test('the unit goes along where all answers have the same', () => {
  const panel = answerPanel({ title: 'AUC', pluginId: 'timeseries', refIds: { auc: { unit: 'none' } } });
  expect(offeredPanel(panel, answerTo('auc'), 'driftline', 'income')?.defaults).toEqual({ unit: 'none' });
});

test('nothing is offered of what was not asked, or is drawn of nothing', () => {
  expect(offeredPanel(PANEL, answerTo('throughput'), 'driftline', 'income')).toBeUndefined();
  expect(offeredPanel(PANEL, undefined, 'driftline', 'income')).toBeUndefined();
  expect(offeredPanel(new VizPanel({ title: 'None' }), answerTo('p50'), 'driftline', 'income')).toBeUndefined();
});

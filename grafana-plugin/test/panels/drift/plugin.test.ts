/** @jest-environment jsdom */
import '../../jsdom.ts';
import { FieldType, getPanelDataSummary, type Field, type PanelPlugin } from '@grafana/data';
import { plugin } from '../../../src/panels/drift/plugin.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { measureFrame } from '../../frames.ts';
import { givenField } from '../../workbench/given-field.ts';

const panel = plugin as unknown as PanelPlugin;

beforeAll(() => {
  fillRegistries();
  panel.meta = panelMeta('driftline-drift-panel', 'Drift over time', '');
});

const psi: Field = { name: 'Value', type: FieldType.number, config: {}, values: [0.05] };

test('regression: without settings, a field has a color of the palette and thresholds without red from 80', () => {
  const { config } = givenField(panel, {}, psi);
  expect(config.color).toEqual({ mode: 'palette-classic' });
  expect(config.thresholds?.steps).toEqual([{ value: -Infinity, color: 'green' }]);
  expect(config.min).toBeUndefined();
  expect(config.max).toBeUndefined();
});

test('what the dashboard sets of a field arrives', () => {
  const saved = { unit: 'percentunit', decimals: 1, max: 2, custom: { hideFrom: { viz: true } } };
  expect(givenField(panel, saved, psi).config).toMatchObject(saved);
});

test('regression: asks for the annotations of its dashboard', () => {
  expect(panel.dataSupport).toMatchObject({ annotations: true });
});

test('has the common options of legend and tooltip', () => {
  expect(panel.defaults).toMatchObject({
    thresholds: 'line',
    legend: { showLegend: true, displayMode: 'list', placement: 'bottom' },
    tooltip: { mode: 'single', sort: 'none' },
  });
});

test('is suggested for values of a measure over time, and for nothing else', () => {
  const suggested = (custom: object | undefined) =>
    plugin.getSuggestions(getPanelDataSummary([measureFrame(custom, {}, [0.1])]))?.map(({ name }) => name) ?? [];
  expect(suggested({ measure: 'psi', show: 'value', subject: 'distribution' })).toEqual(['Drift over time']);
  expect(suggested({ measure: 'live-share', show: 'value', subject: 'bin' })).toEqual([]);
  expect(suggested(undefined)).toEqual([]);
});

test('annotations are given to the panel, which draws them', () => {
  expect(plugin.dataSupport.annotations).toBe(true);
});

/** @jest-environment jsdom */
import '../../jsdom.ts';
import { FieldType, PanelPlugin, type Field, type FieldConfig } from '@grafana/data';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { givenField } from '../given-field.ts';

beforeAll(fillRegistries);

/** Thresholds of a panel in Grafana that sets none. */
const DEFAULT_THRESHOLDS = {
  mode: 'absolute',
  steps: [
    { value: -Infinity, color: 'green' },
    { value: 80, color: 'red' },
  ],
};

const number = (config: FieldConfig = {}): Field => ({ name: 'Value', type: FieldType.number, config, values: [0.3] });

function panel(): PanelPlugin {
  const plugin = new PanelPlugin(null).useFieldConfig();
  plugin.meta = panelMeta('test', 'Test', '');
  return plugin;
}

// What Grafana 12.4 gives a panel that registers its fields with a bare useFieldConfig().
test.each<[string, FieldConfig, FieldConfig, object]>([
  [
    'nothing is set: colors go by thresholds',
    {},
    {},
    { color: { mode: 'thresholds' }, thresholds: DEFAULT_THRESHOLDS, mappings: [] },
  ],
  [
    'the dashboard sets all',
    { unit: 's', decimals: 1, min: 0, max: 5, noValue: '-', color: { mode: 'fixed', fixedColor: 'blue' } },
    {},
    {
      unit: 's',
      decimals: 1,
      min: 0,
      max: 5,
      noValue: '-',
      color: { mode: 'fixed', fixedColor: 'blue' },
      thresholds: DEFAULT_THRESHOLDS,
      mappings: [],
    },
  ],
  [
    'the data source sets some: they come first',
    { unit: 's', decimals: 1 },
    { unit: 'percentunit', min: -1 },
    {
      unit: 'percentunit',
      decimals: 1,
      min: -1,
      color: { mode: 'thresholds' },
      thresholds: DEFAULT_THRESHOLDS,
      mappings: [],
    },
  ],
  [
    'limits are saved as texts and upside down',
    { min: '7' as unknown as number, max: 3 },
    {},
    { min: 3, max: 7, color: { mode: 'thresholds' }, thresholds: DEFAULT_THRESHOLDS, mappings: [] },
  ],
])('%s', (_, saved, own, expected) => {
  const { custom, ...config } = givenField(panel(), saved, number(own)).config;
  expect(config).toEqual(expected);
  expect(custom ?? {}).toEqual({});
});

test('the first threshold of a dashboard has no value in JSON', () => {
  const steps = [
    { value: null as unknown as number, color: 'red' },
    { value: 0.8, color: 'green' },
  ];
  const saved = { thresholds: { mode: 'absolute', steps } } as FieldConfig;
  expect(givenField(panel(), saved, number()).config.thresholds?.steps).toEqual([
    { value: -Infinity, color: 'red' },
    { value: 0.8, color: 'green' },
  ]);
});

test('texts have no thresholds, and no colors by them', () => {
  const field: Field = { name: 'Feature', type: FieldType.string, config: {}, values: ['age'] };
  const { config } = givenField(panel(), { min: 0 }, field);
  expect(config.thresholds).toBeUndefined();
  expect(config.color).toBeUndefined();
  expect(config.min).toBeUndefined();
});

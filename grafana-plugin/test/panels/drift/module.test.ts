/** @jest-environment jsdom */
import '../../jsdom.ts';
import { createTheme, FieldType, type Field, type FieldConfig, type PanelPlugin } from '@grafana/data';
import { withDisplay } from '../../../src/panels/common/with-display.ts';
import { lineFields } from '../../../src/panels/drift/line-fields.ts';
import { plugin } from '../../../src/panels/drift/module.ts';
import { panelMeta } from '../../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../../workbench/src/host/registries.ts';
import { givenField } from '../../workbench/given-field.ts';

const panel = plugin as unknown as PanelPlugin;
const theme = createTheme();

beforeAll(() => {
  fillRegistries();
  panel.meta = panelMeta('driftline-drift-panel', 'Drift over time', '');
});

const psi: Field = { name: 'Value', type: FieldType.number, config: {}, values: [0.05] };

test('regression: without settings, colors come from the palette and not from thresholds', () => {
  const { config } = givenField(panel, {}, psi);
  expect(config.color).toEqual({ mode: 'palette-classic' });
  expect(config.thresholds).toBeUndefined();
  expect(config.min).toBeUndefined();
  expect(config.max).toBeUndefined();
});

test.each<[string, FieldConfig, string]>([
  ['nothing', {}, theme.visualization.palette[0] as string],
  ['a single color', { color: { mode: 'fixed', fixedColor: 'purple' } as FieldConfig['color'] }, 'purple'],
  ['colors by thresholds', { color: { mode: 'thresholds' } as FieldConfig['color'] }, 'green'],
])('with %s set, the line has a color that is seen', (_, saved, color) => {
  const frame = { length: 1, fields: [givenField(panel, saved, psi)] };
  const limits = { side: 'above', warning: 0.1, critical: 0.25 } as const;
  const line = withDisplay(
    lineFields([frame], () => limits, limits),
    'utc',
    theme,
  )[0]?.fields[0];
  expect(line?.display?.(0.05).color).toBe(theme.visualization.getColorByName(color));
});

test('what the dashboard sets of a field arrives', () => {
  const saved = { unit: 'percentunit', decimals: 1, max: 2, custom: { hideFrom: { viz: true } } };
  expect(givenField(panel, saved, psi).config).toMatchObject(saved);
});

test('the limits have no default: the frames bring them', () => {
  expect(panel.defaults).toEqual({ showThresholds: true, legendPlacement: 'right' });
});

import { createTheme, FieldColorModeId, type DataFrame, type Field } from '@grafana/data';
import { withDisplay } from '../../../src/panels/common/with-display.ts';
import { lineFields } from '../../../src/panels/drift/line-fields.ts';
import type { Limits } from '../../../src/panels/common/limits.ts';
import { measureFrame } from '../../frames.ts';

const PSI: Limits = { side: 'above', warning: 0.1, critical: 0.25 };
const theme = createTheme();
const color = (name: string): string => theme.visualization.getColorByName(name);

function lineOf(source: DataFrame, limits: Limits | undefined, limitsShown = true): Field {
  const field = withDisplay(
    lineFields([source], () => limits, limitsShown ? limits : undefined),
    'utc',
    theme,
  )[0]?.fields[1];
  if (field === undefined) throw new Error('The frame has no second field.');
  return field;
}

function colored(mode: FieldColorModeId, values: number[]): DataFrame {
  const source = measureFrame({ measure: 'psi' }, {}, values);
  return { ...source, fields: source.fields.map((field) => ({ ...field, config: { color: { mode } } })) };
}

test('a field without a color mode takes one of the palette', () => {
  expect(lineOf(measureFrame({ measure: 'psi' }, {}, [0.3]), PSI).config.color).toEqual({ mode: 'palette-classic' });
});

test.each<[Limits | undefined, number, string]>([
  [PSI, 0.05, 'green'],
  [PSI, 0.15, 'orange'],
  [PSI, 0.3, 'red'],
  [{ side: 'above', critical: 0.05 }, 0.04, 'green'],
  [{ side: 'below', warning: 0.9, critical: 0.8 }, 0.95, 'green'],
  [{ side: 'below', warning: 0.9, critical: 0.8 }, 0.85, 'orange'],
  [{ side: 'below', critical: 0.8 }, 0.7, 'red'],
  [undefined, 5, 'green'],
])('by thresholds, with limits %j, %d is %s', (limits, value, name) => {
  expect(lineOf(colored(FieldColorModeId.Thresholds, [value]), limits).display?.(value).color).toBe(color(name));
});

test('regression: no color mode makes a line transparent', () => {
  for (const mode of Object.values(FieldColorModeId)) {
    const field = lineOf(colored(mode, [0.01, 0.3]), PSI);
    for (const value of [0.01, 0.15, 0.3]) {
      expect(`${mode} ${field.display?.(value).color}`).not.toMatch(/transparent|undefined|,\s*0\)$/);
    }
  }
});

test('the axis reaches zero and the limits, and may go below', () => {
  const { config } = lineOf(measureFrame({ measure: 'mean-shift' }, {}, [-0.5]), PSI);
  expect(config.min).toBeUndefined();
  expect(config.custom).toMatchObject({ axisSoftMin: 0, axisSoftMax: 0.3 });
});

test('limits that are not shown color lines, and leave the axis alone', () => {
  const line = lineOf(colored(FieldColorModeId.Thresholds, [0.3]), PSI, false);
  expect(line.display?.(0.3).color).toBe(color('red'));
  expect((line.config.custom as { axisSoftMax?: number }).axisSoftMax).toBeUndefined();
});

test('what the dashboard sets of a field stays', () => {
  const source = measureFrame({ measure: 'psi' }, {}, [0.3]);
  const config = { unit: 'percentunit', decimals: 1, min: -1, custom: { hideFrom: { viz: true } } };
  const line = lineOf({ ...source, fields: source.fields.map((field) => ({ ...field, config })) }, PSI);
  expect(line.config).toMatchObject(config);
});

test('times stay as they are', () => {
  const source = measureFrame({ measure: 'psi' }, {}, [0.3]);
  expect(lineFields([source], () => PSI, PSI)[0]?.fields[0]).toBe(source.fields[0]);
});

test('each frame is colored by its own limits', () => {
  const colors = [0.335, 0.05].map((critical) => {
    const source = colored(FieldColorModeId.Thresholds, [0.2]);
    return lineOf(source, { side: 'above', critical }).display?.(0.2).color;
  });
  expect(colors).toEqual([color('green'), color('red')]);
});

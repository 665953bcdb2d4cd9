import { createTheme, FieldColorModeId, type DataFrame, type Field, type FieldConfig } from '@grafana/data';
import { withDisplay } from '../../../src/panels/common/with-display.ts';
import { lineFields } from '../../../src/panels/drift/line-fields.ts';
import type { Limits } from '../../../src/panels/common/limits.ts';
import { measureFrame } from '../../frames.ts';

const PSI: Limits = { side: 'above', warning: 0.1, critical: 0.25 };
const theme = createTheme();
const color = (name: string): string => theme.visualization.getColorByName(name);

const frameOf = (
  limits: Limits | undefined,
  values: number[],
  config: FieldConfig = {},
  custom: object = {},
): DataFrame => {
  const source = measureFrame({ measure: 'psi', limits, ...custom }, {}, values);
  return { ...source, fields: source.fields.map((field) => ({ ...field, config })) };
};

function lineOf(source: DataFrame, withLimits = true): Field {
  const field = withDisplay(lineFields([source], {}, withLimits).frames, 'utc', theme)[0]?.fields[1];
  if (field === undefined) throw new Error('The frame has no second field.');
  return field;
}

const byValue: FieldConfig = { color: { mode: FieldColorModeId.Thresholds } };

test('a field without a color mode takes one of the palette', () => {
  expect(lineOf(frameOf(PSI, [0.3])).config.color).toEqual({ mode: 'palette-classic' });
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
  expect(lineOf(frameOf(limits, [value], byValue)).display?.(value).color).toBe(color(name));
});

test('regression: no color mode makes a line transparent', () => {
  for (const mode of Object.values(FieldColorModeId)) {
    const field = lineOf(frameOf(PSI, [0.01, 0.3], { color: { mode } }));
    for (const value of [0.01, 0.15, 0.3]) {
      expect(`${mode} ${field.display?.(value).color}`).not.toMatch(/transparent|undefined|,\s*0\)$/);
    }
  }
});

test('regression: the axis reaches zero and the limits, and does not start at zero where values are negative', () => {
  expect(lineOf(frameOf(PSI, [0.5])).config.custom).toMatchObject({ axisSoftMin: 0, axisSoftMax: 0.3 });
  const { config } = lineOf(frameOf(undefined, [-0.5]));
  expect(config.min).toBeUndefined();
  expect(config.custom).not.toHaveProperty('axisSoftMin');
});

test('limits that are not shown color lines, and leave the axis alone', () => {
  const line = lineOf(frameOf(PSI, [0.3], byValue), false);
  expect(line.display?.(0.3).color).toBe(color('red'));
  expect(line.config.custom).not.toHaveProperty('axisSoftMax');
});

test('what the dashboard sets of a field stays', () => {
  const config = { unit: 'percentunit', decimals: 1, min: -1, custom: { hideFrom: { viz: true }, lineWidth: 5 } };
  expect(lineOf(frameOf(PSI, [0.3], config)).config).toMatchObject(config);
});

test('times stay as they are, and each frame is colored by its own limits', () => {
  const source = frameOf(PSI, [0.3]);
  expect(lineFields([source], {}, true).frames[0]?.fields[0]).toBe(source.fields[0]);
  const colors = [0.335, 0.05].map(
    (critical) => lineOf(frameOf({ side: 'above', critical }, [0.2], byValue)).display?.(0.2).color,
  );
  expect(colors).toEqual([color('green'), color('red')]);
});

test('a critical value is a thin line outside the legend, a band where it is the only one, and has no limits', () => {
  const noise = frameOf(PSI, [0.02], {}, { show: 'critical-value' });
  const { frames, limits } = lineFields([frameOf(PSI, [0.3]), noise], {}, true);
  expect(frames[1]?.fields[1]?.config.custom).toMatchObject({
    fillOpacity: 15,
    hideFrom: { legend: true, viz: false },
  });
  expect(limits[0]?.lines).toHaveLength(2);
  expect(limits[1]).toBeUndefined();
  expect(lineFields([noise, noise], {}, true).frames[0]?.fields[1]?.config.custom).toMatchObject({ fillOpacity: 0 });
});

test('noise has the axis of its measure: on one of its own it would look as large', () => {
  const noise = frameOf(PSI, [0.02], {}, { show: 'critical-value' });
  const axes = lineFields([frameOf(PSI, [0.3]), noise], {}, true).frames.map(({ fields }) => {
    const { axisSoftMin, axisSoftMax } = fields[1]?.config.custom as Record<string, unknown>;
    return { axisSoftMin, axisSoftMax };
  });
  expect(axes[1]).toEqual(axes[0]);
  expect(axes[0]).toEqual({ axisSoftMin: 0, axisSoftMax: 0.3 });
});

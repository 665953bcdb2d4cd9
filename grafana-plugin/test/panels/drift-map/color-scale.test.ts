import { colorTable, cssColor, scalePosition } from '../../../src/panels/drift-map/color-scale.ts';
import type { Limits } from '../../../src/panels/common/limits.ts';

/** Relative luminance of WCAG 2.2. */
function luminance([r = 0, g = 0, b = 0]: readonly number[]): number {
  const linear = (channel: number): number => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

test.each([true, false])('lightness alone says how bad a value is (dark: %s)', (isDark) => {
  const lights = colorTable(isDark).map(luminance);
  const steps = lights.slice(1).map((light, i) => light - (lights[i] as number));
  // Rounding to whole channels moves single steps.
  expect(steps.every((step) => (isDark ? step > -0.01 : step < 0.01))).toBe(true);
  expect(Math.abs((lights[255] as number) - (lights[0] as number))).toBeGreaterThan(0.6);
});

test.each<[string, number, Limits | undefined, number]>([
  ['zero', 0, { side: 'above', critical: 0.25 }, 0],
  ['the critical limit', 0.25, { side: 'above', critical: 0.25 }, 0.7],
  ['far beyond it', 9, { side: 'above', critical: 0.25 }, 1],
  ['well, where lower is worse', 1, { side: 'below', critical: 0.8 }, 0],
  ['the limit, where lower is worse', 0.8, { side: 'below', critical: 0.8 }, 0.7],
  ['a limit that is the best value', 1, { side: 'below', critical: 1 }, 0.7],
  ['half of the largest, without limits', -2, undefined, 0.5],
])('the position of %s', (_, value, limits, expected) => {
  expect(scalePosition(value, limits, 4)).toBeCloseTo(expected, 10);
});

test('nothing but zeros has the color of zero', () => {
  expect(cssColor(colorTable(true), scalePosition(0, undefined, 0))).toBe('rgb(24, 36, 66)');
});

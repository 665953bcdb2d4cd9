import { overriddenLimits, type Limits } from '../../../src/panels/common/limits.ts';

const PSI: Limits = { side: 'above', warning: 0.1, critical: 0.25 };

test("without options the measure's limits hold", () => {
  expect(overriddenLimits(PSI, {})).toEqual(PSI);
  expect(overriddenLimits(undefined, {})).toBeUndefined();
});

test('an option overrides one limit and leaves the other', () => {
  expect(overriddenLimits(PSI, { critical: 0.5 })).toEqual({ side: 'above', warning: 0.1, critical: 0.5 });
  expect(overriddenLimits({ side: 'below', critical: 0.8 }, { warning: 0.9 })).toEqual({
    side: 'below',
    warning: 0.9,
    critical: 0.8,
  });
});

test('options alone are limits', () => {
  expect(overriddenLimits(undefined, { critical: 2 })).toEqual({ side: 'above', critical: 2 });
  expect(overriddenLimits(undefined, { warning: 1 })).toEqual({ side: 'above', warning: 1, critical: 1 });
});

test('a cleared option is none', () => {
  const cleared = { warning: null, critical: null } as unknown as Parameters<typeof overriddenLimits>[1];
  expect(overriddenLimits(PSI, cleared)).toEqual(PSI);
  expect(overriddenLimits(undefined, cleared)).toBeUndefined();
});

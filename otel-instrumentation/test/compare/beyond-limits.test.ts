import { beyondLimits } from '../../src/compare/beyond-limits.ts';
import type { ComparedFeature, ProfileComparison } from '../../src/compare/compare-profiles.ts';
import { DEFAULT_COMPARISON_LIMITS } from '../../src/compare/comparison-limits.ts';

const none = { before: 0, after: 0 };
const age: ComparedFeature = {
  ...{ name: 'age', psi: 0.2, noise: 0.01, bins: 10, ofBins: 10, readAsMissing: 0 },
  ...{ missing: none, invalid: none },
};

function beyond(change: Partial<ProfileComparison>, limits = {}, rows = 10_000): string[] {
  const about = { model: 'm', version: '1', createdAt: '2026-01-31T12:00:00Z', rows };
  const nothing = { features: [], predictions: [], added: [], removed: [], performance: {}, notes: [] };
  const comparison = { before: about, after: about, ...nothing, ...change };
  return beyondLimits(comparison, { ...DEFAULT_COMPARISON_LIMITS, ...limits });
}

test('the limits are those of the alerts', () => {
  expect(DEFAULT_COMPARISON_LIMITS).toEqual({ psi: 0.25, missing: 0.05, accuracyDrop: 0.05, errorRise: 0.25 });
});

test('PSI counts beyond its limit and beyond noise', () => {
  expect(beyond({ features: [age], added: ['new'] })).toEqual([]);
  expect(beyond({ features: [{ ...age, psi: 0.3 }] })).toEqual(['age: PSI is 0.3, beyond 0.25.']);
  expect(beyond({ features: [{ ...age, psi: 0.3, noise: 0.34 }] })).toEqual([]);
  expect(beyond({ predictions: [age] }, { psi: 0.1 })).toEqual(['age: PSI is 0.2, beyond 0.1.']);
});

test('what cannot be compared is not within limits', () => {
  const compared = { ...age, psi: null, reason: 'has no value in the later profile' } as const;
  expect(beyond({ features: [compared], removed: ['work'] })).toEqual([
    'work is no feature of the later profile.',
    'age cannot be compared: it has no value in the later profile.',
  ]);
});

test('a share is beyond its limit where the lower end of its interval is', () => {
  const missing = { before: 0.2, after: 0.26 };
  // 0.2 + 0.05 · 0.8 is 0.24, and of few rows 0.26 may be noise.
  expect(beyond({ features: [{ ...age, missing }] })).toEqual([
    'age: the share of missing values rises from 20 % to 26 %.',
  ]);
  expect(beyond({ features: [{ ...age, missing }] }, {}, 1000)).toEqual([]);
  expect(beyond({ features: [{ ...age, missing: { before: 0.26, after: 0.2 } }] })).toEqual([]);
  expect(beyond({ features: [{ ...age, invalid: missing }] })[0]).toContain('invalid values rises');
});

test('accuracy may fall and errors may rise so far', () => {
  const performance = { accuracy: { before: 0.85, after: 0.79 }, mae: { before: 4, after: 5.1 }, bias: none };
  expect(beyond({ performance })).toEqual([
    'The accuracy falls from 0.85 to 0.79, by more than 0.05.',
    'MAE rises from 4 to 5.1, by more than 25 %.',
  ]);
  expect(beyond({ performance: { accuracy: { before: 0.85, after: 0.8 }, rmse: { before: 4, after: 5 } } })).toEqual(
    [],
  );
  // Half of so few rows are worth a drop of 0.18 by noise.
  expect(beyond({ performance: { accuracy: { before: 0.85, after: 0.79 } } }, {}, 50)).toEqual([]);
});

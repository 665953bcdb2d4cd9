import { chiSquareQuantile } from '../../../src/statistics/chi-square-quantile.ts';
import { chiSquareSurvival } from '../../../src/statistics/chi-square-survival.ts';
import { normalQuantile } from '../../../src/statistics/normal-quantile.ts';
import { wilsonInterval } from '../../../src/statistics/wilson-interval.ts';
import golden from './shares.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

interface Case {
  readonly numerator: number;
  readonly denominator: number;
  readonly significance: number;
  readonly lower: Golden;
  readonly upper: Golden;
  readonly probability: number;
  readonly normal: Golden;
  readonly degrees: number;
  readonly value: number;
  readonly survival: Golden;
  readonly quantile95: number;
}

const cases = golden as unknown as readonly Case[];

test.each([
  [0, 'lower'],
  [1, 'upper'],
] as const)('end %i of the Wilson interval is what SciPy says', (side, name) => {
  expectAgreement(
    cases,
    ({ significance, ...rate }) => wilsonInterval(rate, significance)[side],
    (each) => each[name],
  );
});

test('the normal quantile is what SciPy says', () => {
  expectAgreement(
    cases,
    ({ probability }) => normalQuantile(probability),
    ({ normal }) => normal,
  );
});

test('the survival function of χ² is what SciPy says', () => {
  expectAgreement(
    cases,
    ({ value, degrees }) => chiSquareSurvival(value, degrees),
    ({ survival }) => survival,
  );
});

test('the quantile of χ² is what SciPy says, to the accuracy that it states', () => {
  for (const { degrees, quantile95 } of cases) {
    const error = Math.abs(chiSquareQuantile(degrees, 0.95) / quantile95 - 1);
    const stated = degrees >= 9 ? 1e-5 : degrees >= 2 ? 1e-3 : 0.012;
    expect([degrees, error < stated]).toEqual([degrees, true]);
  }
});

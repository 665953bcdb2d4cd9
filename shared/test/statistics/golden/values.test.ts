import { meanShiftOf } from '../../../src/statistics/mean-shift.ts';
import { problemShareOf } from '../../../src/statistics/problem-share.ts';
import { valueOfRate } from '../../../src/statistics/rate.ts';
import golden from './values.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

interface Case {
  readonly above: number;
  readonly below: number;
  readonly observations: number;
  readonly deviation: number;
  readonly meanShift: Golden;
  readonly counts: readonly [observations: number, missing: number, invalid: number, outliers: number];
  readonly missingShare: Golden;
  readonly outlierShare: Golden;
}

const cases = golden as unknown as readonly Case[];

test('the mean shift is that of the values themselves', () => {
  expectAgreement(
    cases,
    ({ above, below, observations, deviation }) => meanShiftOf((above - below) / observations, 0, deviation),
    ({ meanShift }) => meanShift,
  );
});

test.each(['missing', 'outlier'] as const)('the %s share is that of the rows themselves', (problem) => {
  expectAgreement(
    cases,
    ({ counts: [observations, missing, invalid, outlier] }) =>
      valueOfRate(
        problemShareOf(problem, { observations, missing, invalid, outlier, unseen: 0, out_of_range: 0, converted: 0 }),
      ),
    (each) => each[`${problem}Share`],
  );
});

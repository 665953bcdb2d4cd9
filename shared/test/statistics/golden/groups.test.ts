import { equalizedOddsDifferenceOf } from '../../../src/statistics/equalized-odds-difference.ts';
import { differenceBetween, ratioBetween, type GroupRate } from '../../../src/statistics/group-comparison.ts';
import golden from './groups.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

/** Outcomes of one group by predicted class, each by actual class; the first class is favorable. */
type Matrix = readonly [readonly [number, number], readonly [number, number]];

interface Case {
  readonly groups: readonly Matrix[];
  readonly ratio: Golden;
  readonly ratioToFirst: Golden;
  readonly difference: Golden;
  readonly differenceToFirst: Golden;
  readonly equalizedOdds: Golden;
}

const cases = golden as unknown as readonly Case[];

const rates = ({ groups }: Case, of: (matrix: Matrix) => [numerator: number, denominator: number]): GroupRate[] =>
  groups.map((matrix, i) => {
    const [numerator, denominator] = of(matrix);
    return { group: String(i), numerator, denominator };
  });

const selection = (each: Case): GroupRate[] => rates(each, ([[tp, fp], [fn, tn]]) => [tp + fp, tp + fp + fn + tn]);

test('ratios between groups are those of the rates that scikit-learn and NumPy give', () => {
  expectAgreement(
    cases,
    (each) => ratioBetween(selection(each)),
    ({ ratio }) => ratio,
  );
  expectAgreement(
    cases,
    (each) => ratioBetween(selection(each), { privileged: '0' }),
    ({ ratioToFirst }) => ratioToFirst,
  );
});

test('differences between groups are those of the rates that scikit-learn and NumPy give', () => {
  expectAgreement(
    cases,
    (each) => differenceBetween(selection(each)),
    ({ difference }) => difference,
  );
  expectAgreement(
    cases,
    (each) => differenceBetween(selection(each), { privileged: '0' }),
    ({ differenceToFirst }) => differenceToFirst,
  );
});

test('the equalized odds difference is that of the rates that scikit-learn and NumPy give', () => {
  expectAgreement(
    cases,
    (each) =>
      equalizedOddsDifferenceOf(
        rates(each, ([[tp], [fn]]) => [tp, tp + fn]),
        rates(each, ([[, fp], [, tn]]) => [fp, fp + tn]),
      ),
    ({ equalizedOdds }) => equalizedOdds,
  );
});

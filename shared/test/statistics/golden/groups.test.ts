import { equalizedOddsDifferenceOf } from '../../../src/statistics/equalized-odds-difference.ts';
import {
  differenceOfExtremes,
  differenceToReference,
  ratioOfExtremes,
  ratioToReference,
} from '../../../src/statistics/group-comparison.ts';
import type { Rate } from '../../../src/statistics/rate.ts';
import golden from './groups.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

/** Outcomes of one group by predicted class, each by actual class; the first class is favorable. */
type Matrix = readonly [readonly [number, number], readonly [number, number]];

interface Case {
  readonly groups: readonly Matrix[];
  readonly ratio: Golden;
  /** Of every group but the first. */
  readonly ratiosToFirst: readonly Golden[];
  readonly difference: Golden;
  readonly differencesToFirst: readonly Golden[];
  readonly equalizedOdds: Golden;
}

const cases = golden as unknown as readonly Case[];

const rates = ({ groups }: Case, of: (matrix: Matrix) => [numerator: number, denominator: number]): Rate<number>[] =>
  groups.map((matrix) => {
    const [numerator, denominator] = of(matrix);
    return { numerator, denominator };
  });

const selection = (each: Case): Rate<number>[] => rates(each, ([[tp, fp], [fn, tn]]) => [tp + fp, tp + fp + fn + tn]);

/** Each group but the first, with the first and with what is published of the two. */
const pairs = (golden: (each: Case) => readonly Golden[]) =>
  cases.flatMap((each) => {
    const [reference, ...others] = selection(each);
    if (reference === undefined) throw new Error('A case has no group.');
    return others.map((group, i) => ({ group, reference, golden: golden(each)[i] ?? 'NaN' }));
  });

test('ratios between groups are those of the rates that scikit-learn and NumPy give', () => {
  expectAgreement(
    cases,
    (each) => ratioOfExtremes(selection(each)),
    ({ ratio }) => ratio,
  );
  expectAgreement(
    pairs(({ ratiosToFirst }) => ratiosToFirst),
    ({ group, reference }) => ratioToReference(group, reference),
    ({ golden }) => golden,
  );
});

test('differences between groups are those of the rates that scikit-learn and NumPy give', () => {
  expectAgreement(
    cases,
    (each) => differenceOfExtremes(selection(each)),
    ({ difference }) => difference,
  );
  expectAgreement(
    pairs(({ differencesToFirst }) => differencesToFirst),
    ({ group, reference }) => differenceToReference(group, reference),
    ({ golden }) => golden,
  );
});

test('the equalized odds difference is that of the rates that scikit-learn and NumPy give', () => {
  expectAgreement(
    cases,
    (each) =>
      equalizedOddsDifferenceOf(
        differenceOfExtremes(rates(each, ([[tp], [fn]]) => [tp, tp + fn])),
        differenceOfExtremes(rates(each, ([[, fp], [, tn]]) => [fp, fp + tn])),
      ),
    ({ equalizedOdds }) => equalizedOdds,
  );
});

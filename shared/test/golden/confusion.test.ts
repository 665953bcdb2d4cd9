import { accuracyOf } from '../../src/measures/accuracy.ts';
import { balancedAccuracyOf } from '../../src/measures/balanced-accuracy.ts';
import type { ConfusionCell } from '../../src/measures/confusion.ts';
import { averageF1Of, f1Of } from '../../src/measures/f1.ts';
import { matthewsCorrelationOf } from '../../src/measures/matthews-correlation.ts';
import { averagePrecisionOf, precisionOf } from '../../src/measures/precision.ts';
import { averageRecallOf, recallOf } from '../../src/measures/recall.ts';
import golden from './confusion.json' with { type: 'json' };
import { expectAgreement, type Golden } from './golden.ts';

const STATISTICS = {
  accuracy: accuracyOf,
  balancedAccuracy: balancedAccuracyOf,
  matthews: matthewsCorrelationOf,
  precision: (cells) => precisionOf(cells, '0'),
  recall: (cells) => recallOf(cells, '0'),
  f1: (cells) => f1Of(cells, '0'),
  precisionMacro: (cells) => averagePrecisionOf(cells, 'macro'),
  precisionWeighted: (cells) => averagePrecisionOf(cells, 'weighted'),
  recallMacro: (cells) => averageRecallOf(cells, 'macro'),
  recallWeighted: (cells) => averageRecallOf(cells, 'weighted'),
  f1Macro: (cells) => averageF1Of(cells, 'macro'),
  f1Weighted: (cells) => averageF1Of(cells, 'weighted'),
} satisfies Record<string, (cells: readonly ConfusionCell[]) => number>;

type Name = keyof typeof STATISTICS;

interface Case extends Readonly<Record<Name, Golden>> {
  /** Outcomes by predicted class, each by actual class. */
  readonly matrix: readonly (readonly number[])[];
}

const cases = golden as unknown as readonly Case[];

const cellsOf = ({ matrix }: Case): ConfusionCell[] =>
  matrix.flatMap((row, predicted) =>
    row.map((count, actual) => ({ predicted: String(predicted), actual: String(actual), count })),
  );

test.each(Object.keys(STATISTICS) as Name[])('%s is what scikit-learn says', (name) => {
  expectAgreement(
    cases,
    (each) => STATISTICS[name](cellsOf(each)),
    (each) => each[name],
  );
});

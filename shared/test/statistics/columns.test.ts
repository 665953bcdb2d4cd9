import {
  abs,
  add,
  divide,
  log,
  maximum,
  multiply,
  sqrt,
  subtract,
  sumOfBins,
  where,
  type Column,
} from '../../src/statistics/columns.ts';

const column = (...numbers: number[]): Column => Float64Array.of(...numbers);

// grafana-plugin/backend/engine/columns_test.go holds the loops of Go to the same numbers.
test.each<[string, Column, Column]>([
  ['add', add(column(1, 2), column(3, NaN)), column(4, NaN)],
  ['subtract', subtract(1, column(3, 0.5)), column(-2, 0.5)],
  ['multiply', multiply(column(1, 2, 3, 4), column(10, 100)), column(10, 200, 30, 400)],
  ['divide', divide(column(1, 0, -1), 0), column(Infinity, NaN, -Infinity)],
  ['maximum', maximum(column(-1, 2, NaN), 0), column(0, 2, NaN)],
  ['log', log(column(1, 0, -1)), column(0, -Infinity, NaN)],
  ['sqrt', sqrt(column(4, -1)), column(2, NaN)],
  ['abs', abs(column(-4, 1)), column(4, 1)],
  ['where', where(column(1, 0, NaN, 2), column(5, 6), -1), column(5, -1, -1, 6)],
  ['sum of bins', sumOfBins(column(1, 2, 3, 4, 5, 6), 2), column(9, 12)],
  ['sum of no bins', sumOfBins(column(), 2), column(0, 0)],
  ['no bins', add(column(), 1), column()],
])('%s', (_name, result, wanted) => expect(result).toEqual(wanted));

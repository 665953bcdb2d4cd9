/**
 * Numbers at each of some times. A column over bins has all times of the first bin, then all of the next.
 */
export type Column = Float64Array;

/** A column, or one number for all times. A column that is shorter than the other operand repeats: each bin has its turn. */
type Operand = Column | number;

/** Arithmetic, one number after the other. */
interface ColumnArithmetic {
  add(a: Operand, b: Operand): Column;
  subtract(a: Operand, b: Operand): Column;
  multiply(a: Operand, b: Operand): Column;
  divide(a: Operand, b: Operand): Column;
  /** The larger one; NaN where either is. */
  maximum(a: Operand, b: Operand): Column;
  log(a: Column): Column;
  sqrt(a: Column): Column;
  abs(a: Column): Column;
  /** `then` where the condition is above zero, else `otherwise`; as long as the condition. */
  where(condition: Column, then: Operand, otherwise: Operand): Column;
  /** The sum over the bins at each of so many times. */
  sumOfBins(a: Column, times: number): Column;
}

const loops: ColumnArithmetic = {
  add: (a, b) => combined(a, b, (x, y) => x + y),
  subtract: (a, b) => combined(a, b, (x, y) => x - y),
  multiply: (a, b) => combined(a, b, (x, y) => x * y),
  divide: (a, b) => combined(a, b, (x, y) => x / y),
  maximum: (a, b) => combined(a, b, Math.max),
  log: (a) => a.map(Math.log),
  sqrt: (a) => a.map(Math.sqrt),
  abs: (a) => a.map(Math.abs),
  where: (condition, then, otherwise) => {
    const [yes, no] = [columnOf(then), columnOf(otherwise)];
    return condition.map((value, i) => (value > 0 ? yes[i % yes.length] : no[i % no.length]) as number);
  },
  sumOfBins: (a, times) => {
    const sums = new Float64Array(times);
    for (let i = 0; i < a.length; i++) sums[i % times] = (sums[i % times] as number) + (a[i] as number);
    return sums;
  },
};

function columnOf(operand: Operand): Column {
  return typeof operand === 'number' ? Float64Array.of(operand) : operand;
}

function combined(a: Operand, b: Operand, of: (x: number, y: number) => number): Column {
  const [left, right] = [columnOf(a), columnOf(b)];
  // Without any number on one side there is nothing to combine.
  const length = left.length === 0 || right.length === 0 ? 0 : Math.max(left.length, right.length);
  const column = new Float64Array(length);
  for (let i = 0; i < length; i++) column[i] = of(left[i % left.length] as number, right[i % right.length] as number);
  return column;
}

/**
 * A host that interprets takes as long for one operation on one number as for hundreds in a loop of its own. It brings
 * such loops under this name before the script runs: grafana-plugin/backend/engine/columns.go.
 */
const { driftlineColumns: ofHost } = globalThis as { driftlineColumns?: ColumnArithmetic };

export const { add, subtract, multiply, divide, maximum, log, sqrt, abs, where, sumOfBins } = ofHost ?? loops;

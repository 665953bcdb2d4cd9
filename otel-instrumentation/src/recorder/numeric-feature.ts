import { canonicalText, FEATURE_PROBLEMS, type FeatureProblem, type NumericReference } from '@driftline/shared';
import { roundingOf, type NumberArray, type Rounding } from '../values/number-array.ts';
import { CountMemory, type Place } from './count-memory.ts';
import { HistogramAccumulation } from './histogram-accumulation.ts';
import { increase, namedCounts, positionsOf, type NamedCounts } from './named-counts.ts';
import { NumberReader } from './number-reader.ts';

const SCRATCH = new Float64Array(1);

/** Of the reference: its smallest and largest value, its mean, and how far from it a value is an outlier. */
const [MINIMUM, MAXIMUM, MEAN, OUTLIER_DISTANCE] = [0, 1, 2, 3];
const LIMITS = 4;

const PROBLEM = positionsOf(FEATURE_PROBLEMS);

/** What a value is compared with; rounded for values of a `Float32Array` or `Float16Array`. */
interface Bounds {
  /** Edges of the bins. */
  readonly edges: Place;
  /** {@link LIMITS} of them. */
  readonly limits: Place;
  /** Numbers that mean a missing value. */
  readonly missing: ReadonlySet<number> | undefined;
}

/** Live counts of one numeric feature. Recording numbers allocates nothing. */
export class NumericFeature {
  readonly reference: NumericReference;
  readonly values: HistogramAccumulation;
  readonly problems: NamedCounts<FeatureProblem>;
  readonly #problems: Float64Array;
  readonly outlierLimit: number;
  readonly #reader: NumberReader;
  readonly #bounds: Bounds;
  readonly #roundedBounds = new Map<Rounding, Bounds>();
  readonly #takesTruthValues: boolean;

  /**
   * @param outlierLimit - distance from the reference mean, in standard deviations, beyond which a value is an outlier
   * @param missing - texts that mean a missing value
   */
  constructor(
    reference: NumericReference,
    outlierLimit: number,
    missing?: readonly string[],
    memory = new CountMemory(),
  ) {
    this.reference = reference;
    this.values = new HistogramAccumulation(reference.edges, reference, memory);
    this.#problems = memory.take(FEATURE_PROBLEMS.length);
    this.problems = namedCounts(FEATURE_PROBLEMS, this.#problems);
    const { standardDeviation, minimum, maximum, mean } = reference;
    const { reach } = this.values;
    this.outlierLimit = outlierLimit;
    this.#reader = new NumberReader(missing);
    // Around a constant there is no scale to measure a distance in; values beside it are out of range already.
    const outlierDistance = standardDeviation > 0 ? Math.min(outlierLimit * standardDeviation, reach) : reach;
    this.#bounds = {
      edges: this.values.edgesFor(undefined),
      limits: memory.keep([minimum, maximum, mean, outlierDistance]),
      missing: this.#reader.missingNumbers,
    };
    this.#takesTruthValues = holdsZerosAndOnes(reference);
  }

  /** Counts any value at all and never throws. */
  record(value: unknown): void {
    // The difference is NaN for NaN and for both infinities, so one comparison lets only finite numbers through.
    if (typeof value !== 'number' || value - value !== 0) {
      this.#recordOther(value);
      return;
    }
    SCRATCH[0] = value;
    this.#addFrom(SCRATCH, 0, this.#bounds);
  }

  /** Counts the first `rows` values of a column; what it lacks is missing. */
  recordNumbers(column: NumberArray, rows: number): void {
    const bounds = this.#boundsFor(column);
    const present = Math.min(rows, column.length);
    for (let row = 0; row < present; row++) {
      const value = column[row] as number;
      if (value - value === 0) this.#addFrom(column, row, bounds);
      else this.#recordOther(value);
    }
    increase(this.#problems, PROBLEM.missing, rows - present);
  }

  /** Values seen in one bin. */
  countOf(bin: number): number {
    return this.values.countOf(bin);
  }

  /** What is no finite number may hold one, or be missing. */
  #recordOther(value: unknown): void {
    if (typeof value === 'bigint') {
      // As in a `BigInt64Array`, which should cost little more than numbers.
      SCRATCH[0] = Number(value);
      if (Number.isFinite(SCRATCH[0])) this.#addFrom(SCRATCH, 0, this.#bounds);
      else increase(this.#problems, PROBLEM.invalid);
      return;
    }
    const number = this.#truthValueOf(value) ?? this.#reader.read(value);
    if (number === undefined) {
      increase(this.#problems, PROBLEM.missing);
      return;
    }
    if (Number.isNaN(number)) {
      increase(this.#problems, PROBLEM.invalid);
      return;
    }
    increase(this.#problems, PROBLEM.converted);
    SCRATCH[0] = number;
    this.#addFrom(SCRATCH, 0, this.#bounds);
  }

  #truthValueOf(value: unknown): number | undefined {
    if (!this.#takesTruthValues) return undefined;
    const text = canonicalText(value, 'number');
    return text === 'true' ? 1 : text === 'false' ? 0 : undefined;
  }

  #addFrom(column: NumberArray, row: number, { edges, limits: { numbers, at }, missing }: Bounds): void {
    const value = column[row] as number;
    if (missing?.has(value) === true) {
      increase(this.#problems, PROBLEM.missing);
      return;
    }
    this.values.addFrom(column, row, edges.numbers, edges.at);
    const isBelow = value < (numbers[at + MINIMUM] as number);
    if (isBelow || value > (numbers[at + MAXIMUM] as number)) increase(this.#problems, PROBLEM.out_of_range);
    const distance = Math.abs(value - (numbers[at + MEAN] as number));
    if (distance > (numbers[at + OUTLIER_DISTANCE] as number)) increase(this.#problems, PROBLEM.outlier);
  }

  #boundsFor(column: NumberArray): Bounds {
    const round = roundingOf(column);
    if (round === undefined) return this.#bounds;
    const known = this.#roundedBounds.get(round);
    if (known !== undefined) return known;
    const { limits, missing } = this.#bounds;
    const numbers = limits.numbers.slice(limits.at, limits.at + LIMITS);
    for (const bound of [MINIMUM, MAXIMUM]) numbers[bound] = round(numbers[bound] as number);
    const rounded: Bounds = {
      edges: this.values.edgesFor(column),
      limits: { numbers, at: 0 },
      missing: missing === undefined ? undefined : new Set([...missing].map(round)),
    };
    this.#roundedBounds.set(round, rounded);
    return rounded;
  }
}

/** Of values between 0 and 1, only zeros and ones have the variance m(1 − m) of a coin; any other value has a smaller one. */
function holdsZerosAndOnes({ minimum, maximum, mean, standardDeviation, counts }: NumericReference): boolean {
  if (!(minimum === 0 || minimum === 1) || !(maximum === 0 || maximum === 1)) return false;
  const rows = counts.reduce((sum, count) => sum + count, 0);
  const ofCoin = rows > 1 ? (mean * (1 - mean) * rows) / (rows - 1) : 0;
  return Math.abs(standardDeviation ** 2 - ofCoin) <= 1e-9;
}

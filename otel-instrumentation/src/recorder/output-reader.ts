import { LabelMatcher, type ReferenceProfile, type ScoreBins } from '@driftline/shared';
import { isList } from '../values/is-list.ts';
import { emptyLike } from '../values/number-array.ts';
import { quoted } from '../values/quoted.ts';
import { readField } from '../values/read-field.ts';
import { labelReader, lengthOf, type Column } from './batch.ts';
import { checkOutput, type CheckedOutput, type OutputKind, type OutputOptions } from './output-options.ts';
import { TOLERANCE } from './prediction-counts.ts';
import { modelOf, namesOf } from './recording-problem.ts';
import { isTensor, readTensor } from './tensor.ts';

/** Warns once of each kind. */
export type Say = (kind: string, sentence: string) => void;

/** What one output of a model says. */
export interface Reading {
  /** The predicted class, or a regression's number. */
  readonly prediction: unknown;
  /** The score behind the class; undefined if the output has none, and NaN if it should have one. */
  readonly score?: number;
  /** The score of each class that has bins of scores, where `score` is not that of the only one. */
  readonly classScores?: readonly number[];
}

/** The same for the outputs of many rows. */
export interface ColumnReading {
  readonly predictions: Column;
  readonly scores?: Column | undefined;
  /** Columns as {@link Reading.classScores} has values. */
  readonly classScores?: readonly Column[] | undefined;
}

/**
 * Reads the outputs of a model, whatever their shape: a class, the probability of one class or of each, a number.
 *
 * | output                                  | prediction                                            | score                |
 * | --------------------------------------- | ----------------------------------------------------- | -------------------- |
 * | a class                                 | the class                                             | none                 |
 * | of two classes, a number from 0 to 1    | the positive class from the threshold on, else 0.5    | the number           |
 * | an array of numbers, one for each class | the largest; of two classes by the threshold, if any  | of the favorable one |
 * | an object of numbers by class           | the same                                              | the same             |
 * | in a regression, a number               | the number                                            | none                 |
 *
 * An array or tensor of one element is that element. Without a favorable class, the score is the largest probability.
 */
export class OutputReader {
  readonly #profile: ReferenceProfile;
  readonly #say: Say;
  readonly #output: CheckedOutput;
  readonly #matcher: LabelMatcher | undefined;
  readonly #favorable: string | undefined;
  /** The classes that have bins of scores. */
  readonly #scored: readonly string[] = [];
  /** The class of two whose probability is one number, and the other one. */
  readonly #positive: string | undefined;
  readonly #negative: string | undefined;
  /** Whether 0 and 1 are probabilities although there are classes of that name, since other outputs were. */
  #returnsProbability: boolean;

  /**
   * @param say - warns once of each kind
   * @throws {RangeError} for an option that does not fit the profile
   */
  constructor(profile: ReferenceProfile, options: OutputOptions, say: Say) {
    this.#profile = profile;
    this.#say = say;
    this.#output = checkOutput(options, profile);
    this.#returnsProbability = this.#output.kind === 'probability';
    const { prediction } = profile;
    if (prediction?.kind !== 'classification') return;
    const { classes, labels: mode, favorable, scoreBins = [] } = prediction;
    this.#matcher = new LabelMatcher(classes, { mode, missing: profile.missingValues });
    this.#favorable = favorable;
    this.#scored = scoreBins.map((bins) => bins.class);
    if (classes.length !== 2) return;
    this.#checkThreshold(scoreBins);
    this.#positive = this.#output.order?.[1] ?? favorable;
    this.#negative = classes.find((label) => label !== this.#positive);
  }

  /** Whether an output is what it is recorded as, which most are. */
  isPlain(output: unknown): boolean {
    switch (typeof output) {
      case 'object':
        return output === null;
      case 'number':
        return this.#matcher === undefined || (!this.#returnsProbability && this.#isClass(output));
      default:
        return true;
    }
  }

  /**
   * Reads the output of one row. Never throws.
   *
   * @param kind - what it is, where that is known better than by the options
   */
  read(output: unknown, kind = this.#output.kind): Reading {
    if (this.isPlain(output)) return { prediction: output };
    try {
      return this.#readShaped(output, kind);
    } catch {
      return this.#unreadable('it could not be read');
    }
  }

  /**
   * Reads the outputs of many rows: a column of outputs, an array for each row, or a tensor.
   *
   * @param rows - of the input, if they are known
   * @param kind - what they are, where that is known better than by the options
   * @throws what a library throws for a tensor that cannot be read
   */
  readColumn(outputs: unknown, rows: number | undefined, kind = this.#output.kind): ColumnReading {
    const { column, numbers } = this.#columnOf(outputs, rows);
    const size = lengthOf(column);
    const raw = column as Column;
    const label = labelReader(column);
    if (this.#matcher !== undefined && !this.#returnsProbability) {
      // One probability in a column says that all of it are, the zeros and ones before it too.
      for (let row = 0; row < size && !this.#returnsProbability; row++) {
        if (typeof raw[row] === 'number' && !this.isPlain(label(row))) this.read(raw[row]);
      }
    }
    let first = 0;
    while (first < size && this.isPlain(this.#matcher === undefined ? raw[first] : label(first))) first++;
    if (first === size) return { predictions: raw };
    const predictions: unknown[] = [];
    const scores: (number | undefined)[] = [];
    const classScores: (readonly number[] | undefined)[] = [];
    for (let row = 0; row < size; row++) {
      const plain = label(row);
      const reading: Reading = this.isPlain(plain) ? { prediction: plain } : this.read(raw[row], kind);
      predictions.push(reading.prediction);
      scores.push(reading.score);
      classScores.push(reading.classScores);
    }
    if (scores.every((score) => score === undefined)) return { predictions };
    const byClass = classScores.every((each) => each === undefined)
      ? undefined
      : this.#scored.map((_, i) => this.#typed(numbers, (row) => classScores[row]?.[i] ?? NaN, size));
    if (scores.includes(undefined)) return { predictions, scores, classScores: byClass };
    return { predictions, scores: this.#typed(numbers, (row) => scores[row] as number, size), classScores: byClass };
  }

  /** Scores in an array of the type of the outputs, since their numbers are rounded. */
  #typed(numbers: unknown, scoreOf: (row: number) => number, size: number): Column {
    const typed = emptyLike(numbers, size);
    for (let row = 0; row < size; row++) typed[row] = scoreOf(row);
    return typed;
  }

  /** Precision, recall and the confusion at the threshold are exact only if it is an edge. */
  #checkThreshold(scoreBins: readonly ScoreBins[]): void {
    const { threshold } = this.#output;
    if (threshold === undefined || scoreBins.length === 0) return;
    if (scoreBins.some(({ edges }) => edges.some((edge) => edge === threshold || edge === 1 - threshold))) return;
    this.#say(
      'threshold',
      `the threshold ${threshold} of ${this.#model} is no edge of the bins of its scores: build the profile with ` +
        `--threshold ${threshold}, so that precision and recall by threshold are exact there.`,
    );
  }

  /** Whether nothing but the score of this class is asked for. */
  #isScoreOf(label: string | undefined): boolean {
    return this.#scored.length === 0 || (this.#scored.length === 1 && this.#scored[0] === label);
  }

  #isClass(number: number): boolean {
    const { kind } = this.#output;
    return kind === 'class' || (this.#matcher?.indexOf(number) ?? 0) >= 0;
  }

  #readShaped(output: unknown, kind: OutputKind | undefined): Reading {
    const value = isTensor(output) ? readTensor(output).data : output;
    if (isList(value)) {
      if (value.length === 1) return this.read(value[0], kind);
      if (this.#matcher === undefined || kind === 'class') {
        return this.#unreadable(`it is a list of ${value.length} values`);
      }
      return this.#readProbabilities(value, this.#output.order);
    }
    if (typeof value === 'number') return this.#readProbability(value);
    const byClass = this.#probabilitiesByClass(value);
    return byClass === undefined
      ? { prediction: value }
      : this.#readProbabilities(Object.values(byClass), Object.keys(byClass));
  }

  /** A number that is no class. */
  #readProbability(number: number): Reading {
    if (Number.isNaN(number)) return { prediction: number };
    if (this.#negative === undefined || number < 0 || number > 1 + TOLERANCE) {
      this.#say(
        'output number',
        `${this.#model} returned ${number}, which is neither one of its classes ${this.#classes}` +
          `${this.#negative === undefined ? '' : ' nor a probability'}. Return the class or probabilities from 0 to 1, or ` +
          'name the class with the option prediction of wrap.',
      );
      return { prediction: number };
    }
    if (this.#positive === undefined) {
      this.#say(
        'output positive',
        `${this.#model} returned ${number}, and nothing says of which class it is the probability. Set the option ` +
          `classes to ${this.#classes}, the one with that probability last.`,
      );
      return { prediction: undefined, score: number };
    }
    if (this.#favorable !== undefined && this.#favorable !== this.#positive && this.#output.kind === undefined) {
      this.#say(
        'output favorable',
        `${this.#model} returns one number, which is read as the probability of ${quoted(this.#positive)}, although ` +
          `${quoted(this.#favorable)} is favorable. Set output to probability if that is right, or else classes.`,
      );
    }
    this.#returnsProbability = true;
    const isPositive = number >= (this.#output.threshold ?? 0.5);
    const prediction = isPositive ? this.#positive : this.#negative;
    if (this.#isScoreOf(this.#positive)) return { prediction, score: number };
    const classScores = this.#scored.map((label) => (label === this.#positive ? number : 1 - number));
    return { prediction, score: number, classScores };
  }

  /** @param order - the class of each number */
  #readProbabilities(values: ArrayLike<unknown>, order: readonly string[] | undefined): Reading {
    if (order === undefined) {
      return this.#unreadable(
        `it has ${lengthOf(values)} values, and nothing says which class each one belongs to. Set the option classes to ` +
          `${this.#classes} in the order of the model, or build the profile with --class-order`,
      );
    }
    if (values.length !== order.length) {
      return this.#unreadable(`it has ${values.length} values, and there are ${order.length} classes`);
    }
    let best = 0;
    let isProbability = true;
    const numbers = Array.from(values, (value) => (typeof value === 'string' ? NaN : Number(value)));
    for (const [i, number] of numbers.entries()) {
      if (!Number.isFinite(number)) return this.#unreadable('its values are no numbers');
      if (number > (numbers[best] as number)) best = i;
      if (number < -TOLERANCE || number > 1 + TOLERANCE) isProbability = false;
    }
    if (!isProbability) {
      this.#say(
        'output logits',
        `${this.#model} returns values beyond 0 and 1 for its classes. The largest is recorded as the class, and no score. ` +
          'Return probabilities, such as by softmax, to record scores.',
      );
      return { prediction: order[best], score: NaN };
    }
    const { threshold } = this.#output;
    const target = order.indexOf(this.#favorable ?? (threshold === undefined ? '' : (this.#positive as string)));
    if (threshold !== undefined) best = (numbers[target] as number) >= threshold ? target : 1 - target;
    const reading = { prediction: order[best], score: numbers[target] ?? (numbers[best] as number) };
    if (this.#isScoreOf(order[target])) return reading;
    return { ...reading, classScores: this.#scored.map((label) => numbers[order.indexOf(label)] ?? NaN) };
  }

  /** Numbers by known class, at least two of them. */
  #probabilitiesByClass(value: unknown): Readonly<Record<string, unknown>> | undefined {
    if (this.#matcher === undefined || typeof value !== 'object' || value === null) return undefined;
    const labels = Object.keys(value).map((key) => [this.#matcher?.labelOf(key), readField(value, key)] as const);
    const known = labels.flatMap(([label, each]) => (label === undefined ? [] : [[label, each] as const]));
    return known.length < 2 || known.length < labels.length ? undefined : Object.fromEntries(known);
  }

  /** An output that is recorded as none of the classes, or as no number. */
  #unreadable(why: string): Reading {
    const kind = this.#matcher === undefined ? 'number' : 'known class';
    this.#say('output', `an output of ${this.#model} is recorded as no ${kind}: ${why}.`);
    return { prediction: undefined, score: NaN };
  }

  get #model(): string {
    return modelOf(this.#profile);
  }

  get #classes(): string {
    const { prediction } = this.#profile;
    return `(${namesOf(prediction?.kind === 'classification' ? prediction.classes : [])})`;
  }

  /** The outputs as a column with one item for each row, and the numbers that they consist of. */
  #columnOf(outputs: unknown, rows: number | undefined): { readonly column: unknown; readonly numbers: unknown } {
    if (isTensor(outputs)) {
      const { data, dims } = readTensor(outputs);
      const size = dims.length === 1 && rows === 1 ? 1 : (dims[0] ?? 1);
      return { column: rowsOf(data, size), numbers: data };
    }
    const classes = this.#output.order?.length ?? 0;
    const isFlat = rows !== undefined && classes > 1 && lengthOf(outputs) === rows * classes;
    if (isFlat && ArrayBuffer.isView(outputs)) {
      return { column: rowsOf(outputs as unknown as Column, rows), numbers: outputs };
    }
    const first: unknown = isList(outputs) ? outputs[0] : undefined;
    return { column: outputs, numbers: isList(first) ? first : outputs };
  }
}

/** Values row by row as one item a row: the value itself, or a list of them. */
function rowsOf(data: Column, rows: number): Column {
  const width = rows > 0 ? data.length / rows : 0;
  if (width <= 1) return data;
  return Array.from({ length: rows }, (_, row) => Array.from({ length: width }, (__, i) => data[row * width + i]));
}

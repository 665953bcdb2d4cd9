import { readFileSync } from 'node:fs';
import { thresholdOf, type DecisionThresholds } from './decision-thresholds.ts';
import { GradientBoostedTrees } from './gradient-boosted-trees.ts';
import { STABLE, type Version } from './versions.ts';

/** A person as the census describes one: numbers, and texts of which the empty one means missing. */
export type Person = Readonly<Record<string, string | number | null | undefined>>;

export interface IncomePrediction {
  readonly prediction: '<=50K' | '>50K';
  /** Of an income above 50,000 dollars a year. */
  readonly probability: number;
}

const ONE_HOT = /^(?<column>.+?)=(?<category>.*)$/;

type Input = (person: Person) => number;

/** Predicts whether a person earns more than 50,000 dollars a year. */
export class IncomeModel {
  readonly #trees: GradientBoostedTrees;
  readonly #thresholds: DecisionThresholds;
  readonly #inputs: readonly Input[];

  constructor(trees: GradientBoostedTrees, thresholds: DecisionThresholds = {}) {
    this.#trees = trees;
    this.#thresholds = thresholds;
    this.#inputs = trees.features.map(inputOf);
  }

  /** The model in the folder `data`. Its stable version selects the same share of each sex and race. */
  static load(version: Version = STABLE): IncomeModel {
    const trees = new GradientBoostedTrees(dataOf('adult.json'));
    return version === STABLE
      ? new IncomeModel(trees, dataOf('adult.thresholds.json') as DecisionThresholds)
      : new IncomeModel(trees);
  }

  predict(person: Person): IncomePrediction {
    const probability = this.#trees.probability(this.#inputs.map((input) => input(person)));
    const selected = probability > thresholdOf(this.#thresholds, person);
    return { prediction: selected ? '>50K' : '<=50K', probability };
  }
}

function dataOf(file: string): unknown {
  return JSON.parse(readFileSync(new URL(`../../data/${file}`, import.meta.url), 'utf8'));
}

/** How the model's column is filled: a number as it is, a category as one or zero. */
function inputOf(name: string): Input {
  const { column, category } = ONE_HOT.exec(name)?.groups ?? {};
  if (column === undefined) return (person) => numberOf(person[name]);
  return (person) => ((person[column] ?? '') === category ? 1 : 0);
}

function numberOf(value: string | number | null | undefined): number {
  return typeof value === 'number' ? value : NaN;
}

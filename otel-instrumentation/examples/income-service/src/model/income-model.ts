import { readFileSync } from 'node:fs';
import { GradientBoostedTrees } from './gradient-boosted-trees.ts';

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
  readonly #inputs: readonly Input[];

  constructor(trees: GradientBoostedTrees) {
    this.#trees = trees;
    this.#inputs = trees.features.map(inputOf);
  }

  /** The model in the folder `data`. */
  static load(): IncomeModel {
    const path = new URL('../../data/adult.json', import.meta.url);
    return new IncomeModel(new GradientBoostedTrees(JSON.parse(readFileSync(path, 'utf8'))));
  }

  predict(person: Person): IncomePrediction {
    const probability = this.#trees.probability(this.#inputs.map((input) => input(person)));
    return { prediction: probability > 0.5 ? '>50K' : '<=50K', probability };
  }
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

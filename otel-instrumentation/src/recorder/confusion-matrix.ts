import { ANOTHER_CLASS, OTHER } from '@driftline/shared';
import { LabelPositions } from './label-positions.ts';

/** Predicted and actual class of one cell of a confusion matrix. */
export type OutcomeCell = readonly [predicted: string, actual: string];

/** How many classes of a confusion matrix keep a label of their own. */
export interface MatrixBounds {
  /** Classes that keep one at most. */
  readonly limit: number;
  /** Cells of all copies together, beyond which fewer classes keep a label; one always does. */
  readonly maximumCells: number;
  /** How often the matrix is kept, such as once for each group. */
  readonly copies?: number;
  /** The class that keeps its label first of all. */
  readonly keep?: string | undefined;
}

/** The cells of a confusion matrix: all pairs of labels, and those that tell apart classes that share the label `other`. */
export class ConfusionMatrix {
  readonly cells: readonly OutcomeCell[];
  readonly #classes: readonly string[];
  readonly #labels: LabelPositions;
  /** Classes that keep a label by `limit` alone. */
  readonly #limit: number;
  /** Position of a class of the profile that is itself called `other`; −1 without one. */
  readonly #otherClass: number;

  constructor(classes: readonly string[], { limit, maximumCells, copies = 1, keep }: MatrixBounds) {
    this.#classes = classes;
    this.#limit = limit;
    this.#otherClass = classes.indexOf(OTHER);
    // k classes and `other` make at most (k + 1)² + 2 cells.
    const most = Math.max(Math.floor(Math.sqrt(Math.max(maximumCells / Math.max(copies, 1) - 2, 0))) - 1, 1);
    this.#labels = new LabelPositions(classes, { limit: Math.min(limit, most), keep: most < limit ? keep : undefined });
    this.cells = cellsOf(this.labels, this.#otherClass >= 0);
  }

  /** Labels of its rows and columns. */
  get labels(): readonly string[] {
    return this.#labels.labels;
  }

  /** Label of a class, by its position among the classes of the profile. */
  labelOf(position: number): string {
    return this.labels[this.#labels.labelAt(position)] as string;
  }

  /**
   * Whether a class lost its label to the bound on cells.
   *
   * @param known - its position among the classes of the profile, or negative as in `NO_MATCH`
   */
  isMerged(known: number): boolean {
    if (known < 0 || known >= this.#limit) return false;
    return this.labels[this.#labels.labelAt(known)] !== this.#classes[known];
  }

  /**
   * Position of the cell of two classes, each a position among the classes of the profile or negative as in `NO_MATCH`.
   * Classes that differ, or that nobody knows, never have the same label, although both may be `other`.
   */
  cellOf(prediction: number, actual: number): number {
    const size = this.labels.length;
    const predicted = this.#labels.labelAt(prediction);
    const truth = this.#labels.labelAt(actual);
    if (predicted !== truth || (prediction === actual && actual >= 0)) return predicted * size + truth;
    return actual >= 0 && actual === this.#otherClass ? size * size + 1 : size * size;
  }
}

/** All pairs of labels, actual innermost, and at the end the pairs of classes that differ and would both be `other`. */
function cellsOf(labels: readonly string[], otherIsClass: boolean): OutcomeCell[] {
  const cells = labels.flatMap((predicted) => labels.map((actual): OutcomeCell => [predicted, actual]));
  return [...cells, [OTHER, ANOTHER_CLASS], ...(otherIsClass ? [[ANOTHER_CLASS, OTHER] as const] : [])];
}

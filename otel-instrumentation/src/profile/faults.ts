import { TrainingError } from './training-error.ts';

/** Collects what is wrong with the training data, so that one run tells all of it. */
export class Faults {
  readonly #sentences = new Set<string>();

  add(sentence: string): void {
    this.#sentences.add(sentence);
  }

  /** Runs a step; what it refuses joins the other faults. */
  async collect<T>(step: () => Promise<T>): Promise<T | undefined> {
    try {
      return await step();
    } catch (error) {
      if (!(error instanceof TrainingError)) throw error;
      this.add(error.message);
      return undefined;
    }
  }

  /** @throws {TrainingError} with all faults, one a line */
  refuse(): void {
    if (this.#sentences.size > 0) throw new TrainingError([...this.#sentences].join('\n'));
  }
}

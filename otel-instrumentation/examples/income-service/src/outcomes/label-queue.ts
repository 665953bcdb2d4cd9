import { setTimeout as wait } from 'node:timers/promises';

/** The ground truth of a prediction, known some time after it. */
export interface LabelMessage {
  readonly id: string;
  readonly actual: string;
}

/** Stands for a message queue: messages arrive in order, each a while after it was sent, and some twice. */
export class LabelQueue {
  readonly #messages: { readonly message: LabelMessage; readonly due: number }[] = [];
  readonly #delayMs: number;

  constructor(delayMs: number) {
    this.#delayMs = delayMs;
  }

  send(message: LabelMessage): void {
    this.#messages.push({ message, due: performance.now() + this.#delayMs });
  }

  /** The messages that were sent, and every tenth once more: this queue delivers at least once. */
  async *receive(): AsyncGenerator<LabelMessage> {
    for (const [i, { message, due }] of this.#messages.entries()) {
      await wait(Math.max(due - performance.now(), 0));
      yield message;
      if (i % 10 === 0) yield message;
    }
  }
}

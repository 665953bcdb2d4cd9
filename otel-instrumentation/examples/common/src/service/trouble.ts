import { setTimeout as wait } from 'node:timers/promises';

/** The header by which a demo makes a prediction slow: milliseconds. No service of yours should have it. */
export const DELAY_MS = 'x-demo-delay-ms';

/** The header by which a demo makes a prediction fail. No service of yours should have it. */
export const FAILS = 'x-demo-fails';

/** What a demo wants a prediction to suffer from. */
export interface Trouble {
  readonly delayMs: number;
  readonly fails: boolean;
}

/** Predicts, late or not at all if the demo wants that. */
export function withTrouble<P>(predict: () => P, trouble: Trouble | undefined): P | Promise<P> {
  if (trouble === undefined) return predict();
  return wait(trouble.delayMs).then(() => {
    if (trouble.fails) throw new Error('This prediction fails, as its client asked for.');
    return predict();
  });
}

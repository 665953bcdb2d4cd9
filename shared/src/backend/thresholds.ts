import type { Limits } from '../compiler/frames.ts';

/** One step of Grafana's thresholds: its color holds from its value up. JSON has no infinity: the first has none. */
interface Step {
  readonly value: number | null;
  readonly color: string;
}

/** Grafana's thresholds for the limits of a measure: green is well, orange a warning, red critical. */
export function thresholdsOf({ side, warning, critical }: Limits): {
  readonly mode: 'absolute';
  readonly steps: readonly Step[];
} {
  const step = (value: number | null, color: string): Step => ({ value, color });
  const middle = warning === undefined ? [] : [step(side === 'above' ? warning : critical, 'orange')];
  const last = side === 'above' ? step(critical, 'red') : step(warning ?? critical, 'green');
  return { mode: 'absolute', steps: [step(null, side === 'above' ? 'green' : 'red'), ...middle, last] };
}

import { z } from 'zod';
import { startChild } from './child.ts';

const line = z.object({ phase: z.string(), seconds: z.number() });

/** Traffic that is under way. */
export interface Traffic {
  stop(): Promise<void>;
}

/** Starts the traffic player as a process of its own; `onPhase` hears of each phase as it begins. */
export function startTraffic(
  targets: readonly string[],
  onPhase: (phase: z.infer<typeof line>) => void = () => {},
  rate = 100,
): Traffic {
  const child = startChild('./traffic.ts', ['--target', targets.join(','), '--rate', String(rate)], (each) =>
    onPhase(line.parse(each)),
  );
  return { stop: child.stop };
}

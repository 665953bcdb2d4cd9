import { z } from 'zod';
import { startChild } from './child.ts';

const line = z.object({ phase: z.string(), seconds: z.number() });

/** Traffic that is under way. */
export interface Traffic {
  stop(): Promise<void>;
}

/**
 * Starts a traffic player as a process of its own.
 *
 * @param script - which calls `playTraffic`
 * @param onPhase - hears of each phase as it begins
 */
export function startTraffic(
  script: URL,
  targets: readonly string[],
  onPhase: (phase: z.infer<typeof line>) => void = () => {},
): Traffic {
  const child = startChild(script, ['--target', targets.join(',')], (each) => onPhase(line.parse(each)));
  return { stop: child.stop };
}

import { z } from 'zod';
import { startChild } from './child.ts';

const line = z.object({ phase: z.string(), seconds: z.number() });

/** How a player plays, where it is not as usual. */
export interface PlayOptions {
  /** Path of the scenario's file. */
  readonly scenario?: string;
  /** Requests a second. */
  readonly rate?: number;
  /** Milliseconds after which the truth about a prediction is known. */
  readonly labelDelayMs?: number;
  /** One prediction in so many has an outcome. */
  readonly labelEvery?: number;
}

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
  { scenario, rate, labelDelayMs, labelEvery }: PlayOptions = {},
): Traffic {
  const args = [
    ...['--target', targets.join(',')],
    ...(scenario === undefined ? [] : ['--scenario', scenario]),
    ...(rate === undefined ? [] : ['--rate', String(rate)]),
    ...(labelDelayMs === undefined ? [] : ['--label-delay-ms', String(labelDelayMs)]),
    ...(labelEvery === undefined ? [] : ['--label-every', String(labelEvery)]),
  ];
  const child = startChild(script, args, (each) => onPhase(line.parse(each)));
  return { stop: child.stop };
}

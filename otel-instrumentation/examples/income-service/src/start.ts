import {
  startReplica,
  startTraffic,
  type PlayOptions,
  type Replica,
  type ReplicaOptions,
  type Traffic,
} from '@driftline/example-common';

/** Starts a replica of the income service as a process of its own. */
export function startIncomeReplica(options: ReplicaOptions): Promise<Replica> {
  return startReplica(new URL('./serve.ts', import.meta.url), options);
}

/** Starts traffic for replicas of the income service; `onPhase` hears of each phase as it begins. */
export function startIncomeTraffic(
  targets: readonly string[],
  onPhase?: Parameters<typeof startTraffic>[2],
  options?: PlayOptions,
): Traffic {
  return startTraffic(new URL('./traffic.ts', import.meta.url), targets, onPhase, options);
}

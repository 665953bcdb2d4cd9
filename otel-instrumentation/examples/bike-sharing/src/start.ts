import { startReplica, startTraffic, type Replica, type ReplicaOptions, type Traffic } from '@driftline/example-common';

/** Starts a replica of the service as a process of its own. */
export function startDemandReplica(options: ReplicaOptions): Promise<Replica> {
  return startReplica(new URL('./serve.ts', import.meta.url), options);
}

/** Starts traffic for replicas of the service. */
export function startDemandTraffic(targets: readonly string[]): Traffic {
  return startTraffic(new URL('./traffic.ts', import.meta.url), targets);
}

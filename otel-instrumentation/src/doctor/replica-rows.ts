import { ATTRIBUTES, gaugeSeries, labelOf, METRICS, type Labels } from '@driftline/shared';
import type { Answer, Ask, Model } from './answer.ts';
import { perModel, type Scope } from './scope.ts';

/** The identity of a profile. */
export const PROFILE_ID = labelOf(ATTRIBUTES.profileId);

/** Labels by which replicas and processes are told apart. */
export const INSTANCE = ['job', 'instance', 'service_instance_id'];

/** The labels of a replica as one text. */
export function replicaOf(labels: Labels): string {
  return JSON.stringify(INSTANCE.map((name) => labels[name] ?? ''));
}

/** What a replica says of its profile. */
export interface ReplicaRows {
  readonly replica: string;
  /** Whether the replica has a name at all. */
  readonly named: boolean;
  readonly profileId: string;
  /** Rows of the training data. */
  readonly rows: number;
}

/** The profiles of the replicas of a model; a replica that changed its profile is there twice for some minutes. */
export async function replicaRows(ask: Ask, scope: Scope): Promise<(model: Model) => ReplicaRows[]> {
  const answer: Answer = await ask(
    perModel('max', scope.select(gaugeSeries(METRICS.referenceRows)), [...INSTANCE, PROFILE_ID]),
  );
  return (model) =>
    answer.of(model).map(({ labels, values }) => ({
      replica: replicaOf(labels),
      named: [labels['instance'], labels['service_instance_id']].some((name) => name !== undefined && name !== ''),
      profileId: labels[PROFILE_ID] ?? '',
      rows: values[0] ?? NaN,
    }));
}

import type { ReferenceProfile } from '@driftline/shared';
import { listed } from '../values/listed.ts';
import { plain, quoted } from '../values/quoted.ts';

/** Something that makes the numbers of a model meaningless. */
export interface RecordingProblem {
  /** Tells apart what is warned of once. */
  readonly kind: string;
  /** What is wrong, how much, and what to change. */
  readonly sentence: string;
}

/** Rows after which something is judged. */
export const ROWS_TO_JUDGE = 200;

const MOST_NAMES = 5;

/** Names for a sentence: quoted, the first five, and how many more. */
export function namesOf(names: readonly string[]): string {
  return listed(names.slice(0, MOST_NAMES).map(quoted), names.length, MOST_NAMES);
}

/** The model of a sentence. */
export function modelOf({ model }: ReferenceProfile): string {
  return `${plain(model.name)} ${plain(model.version)}`;
}

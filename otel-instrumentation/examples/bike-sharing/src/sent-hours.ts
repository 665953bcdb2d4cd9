import type { LabeledRow } from '@driftline/example-common';
import { type Features, type Ride } from './rides.ts';

/** An hour as a client sends it: what the model takes, and the month, such as 2011-04, which scenarios choose by. */
export type SentHour = Features & { readonly month: string };

/** Hours with their counts, as traffic sends them. */
export function sentHours(rides: readonly Ride[]): LabeledRow[] {
  return rides.map(({ time, features, count }) => {
    const row: SentHour = { ...features, month: new Date(time).toISOString().slice(0, 7) };
    return { row, label: count };
  });
}

import type { Driftline } from '@driftline/otel';
import type { Predict } from './demand-forest.ts';
import { DAY_MS, type Ride } from './rides.ts';

/** One hour, and how many bikes the model expected in it. */
export interface Replayed {
  readonly ride: Ride;
  readonly prediction: number;
}

/**
 * Plays hours through a monitor as fast as they go: each is predicted, and its outcome recorded. What was counted is
 * exported at the end of every day, and before the first, because growth is only seen from one sample to the next.
 *
 * @param rides - in order, the first at midnight
 * @param setClock - makes it another time for the recorder, in milliseconds since 1970
 */
export async function replay(
  rides: readonly Ride[],
  predict: Predict,
  { monitor, meterProvider }: Pick<Driftline, 'monitor' | 'meterProvider'>,
  setClock: (time: number) => void,
): Promise<Replayed[]> {
  const expected = monitor.wrap(({ features }: Ride) => predict(features), {
    features: ({ features }) => features,
    id: (_, { id }) => id,
  });
  const exportAt = async (time: number): Promise<void> => {
    setClock(time);
    await meterProvider.forceFlush();
  };
  const replayed: Replayed[] = [];
  let midnight = rides[0]?.time ?? 0;
  await exportAt(midnight);
  for (const ride of rides) {
    while (ride.time >= midnight + DAY_MS) await exportAt((midnight += DAY_MS));
    replayed.push({ ride, prediction: expected(ride) });
    monitor.recordOutcome({ id: ride.id, actual: ride.count });
  }
  await exportAt(midnight + DAY_MS);
  return replayed;
}

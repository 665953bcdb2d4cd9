import { query, type Sample } from '@driftline/local-store';

/** One series of which the store is told two values. */
export interface TwoValues {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly before: number;
  readonly after: number;
}

const WINDOW_SECONDS = 60;

/** The window over which an expression sees exactly the difference of the two values. */
export const WINDOW = `${WINDOW_SECONDS}s`;

/**
 * Writes each series at two instants of the past, one before a window and one in it, and gives the time at which that
 * window ends: what a counter grew by is then their difference to the last digit, because VictoriaMetrics does not
 * extrapolate.
 *
 * @param store - VictoriaMetrics, which takes samples of any time
 */
export async function writeExactly(store: string, series: readonly TwoValues[]): Promise<number> {
  const end = Math.floor(Date.now() / 1000) - 120;
  const lines = series.flatMap(({ name, labels, before, after }) =>
    [
      [before, end - WINDOW_SECONDS - 10],
      [after, end - 10],
    ].map(([value, seconds]) =>
      JSON.stringify({ metric: { __name__: name, ...labels }, values: [value], timestamps: [Number(seconds) * 1000] }),
    ),
  );
  const response = await fetch(`${store}/api/v1/import`, { method: 'POST', body: lines.join('\n') });
  if (!response.ok) throw new Error(`The store refused the series: ${await response.text()}`);
  await fetch(`${store}/internal/force_flush`);
  return end;
}

/** Values of an expression at that time. */
export function askAt(store: string, promql: string, time: number): Promise<Sample[]> {
  return query(store, promql, time);
}

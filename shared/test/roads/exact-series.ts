import type { SeriesHistory } from '@driftline/local-store';
import { storedLabels, type Attributes } from '../stored-labels.ts';

const WINDOW_DAYS = 20;
export const WINDOW_SECONDS = WINDOW_DAYS * 24 * 60 * 60;
const WINDOW_MILLISECONDS = WINDOW_SECONDS * 1000;

/** The window of every query; a baseline of an earlier time lies one window back. */
export const WINDOW = `${WINDOW_DAYS}d`;

/** The end of the window, in seconds since 1970. */
export const END = Math.floor(Date.now() / 1000) - 600;

/**
 * A counter of which two windows are known exactly. Prometheus extrapolates what it saw to the ends of a window, and
 * VictoriaMetrics looks at the last sample before it: with a sample on each boundary and the same value a millisecond
 * later, both see what was counted, Prometheus but for a part in 10⁹.
 */
export function counter(
  name: string,
  labels: Readonly<Record<string, string>>,
  { earlier = 0, live, restarts = false }: { earlier?: number; live: number; restarts?: boolean },
): SeriesHistory {
  const start = 1000;
  const end = END * 1000;
  const middle = start + earlier;
  const half = Math.floor(live / 2);
  return {
    name,
    labels,
    samples: [
      [end - 2 * WINDOW_MILLISECONDS, start],
      [end - 2 * WINDOW_MILLISECONDS + 1, start],
      [end - WINDOW_MILLISECONDS, middle],
      [end - WINDOW_MILLISECONDS + 1, middle],
      // A restarted replica counts from zero again. The zero is a sample of its own: VictoriaMetrics takes a fall by less
      // than an eighth for a correction of the counter, not for a restart.
      ...(restarts ? restartAt(end - WINDOW_MILLISECONDS / 2, middle + half) : []),
      [end, restarts ? live - half : middle + live],
    ],
  };
}

function restartAt(milliseconds: number, last: number): SeriesHistory['samples'] {
  return [
    [milliseconds, last],
    [milliseconds + 1, 0],
  ];
}

/** A gauge that did not change. */
export function gauge(name: string, labels: Readonly<Record<string, string>>, value: number): SeriesHistory {
  const end = END * 1000;
  return { name, labels, samples: [end - WINDOW_MILLISECONDS, end - 1].map((at) => [at, value] as const) };
}

/** Labels of a replica's series. */
export function labelsOf(attributes: Attributes, replica = 0): Record<string, string> {
  return { ...storedLabels(attributes), instance: String(replica) };
}

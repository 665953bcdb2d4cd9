import type { SeriesHistory } from '@driftline/local-store';
import { counter } from './exact-series.ts';
import { seeded } from './seeded.ts';

export const SERVICES = ['a', 'b $1'] as const;

/** A classic histogram in two windows, and that of another service. */
export interface HistogramCase {
  readonly name: string;
  readonly edges: readonly number[];
  /** How the label `le` writes these edges. */
  readonly texts: readonly string[];
  readonly live: readonly number[];
  readonly earlier: readonly number[];
  readonly other: readonly number[];
}

export function histogramCases(): HistogramCase[] {
  const random = seeded(3);
  const counts = (edges: readonly number[]): number[] => Array.from({ length: edges.length + 1 }, () => random(2000));
  return [
    { name: 'request_duration_seconds', edges: [0.005, 0.1, 1, 2.5], texts: ['0.005', '0.1', '1.0', '2.5'] },
    { name: 'response_bytes', edges: [100, 1e6, 2.5e9], texts: ['100', '1e+06', '2.5e+09'] },
    { name: 'balance', edges: [-10, 0, 10], texts: ['-10.0', '0.0', '10.0'] },
  ].map((each) => ({ ...each, live: counts(each.edges), earlier: counts(each.edges), other: counts(each.edges) }));
}

export function histogramSeries({ name, texts, live, earlier, other }: HistogramCase): SeriesHistory[] {
  return SERVICES.flatMap((service, s) => {
    const now = s === 0 ? live : other;
    return [...texts, '+Inf'].map((le, i) =>
      counter(`${name}_bucket`, { service, le }, { live: upTo(now, i), earlier: upTo(earlier, i) }),
    );
  });
}

function upTo(counts: readonly number[], last: number): number {
  return counts.slice(0, last + 1).reduce((sum, count) => sum + count, 0);
}

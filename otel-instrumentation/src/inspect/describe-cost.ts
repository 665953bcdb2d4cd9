import type { ReferenceProfile } from '@driftline/shared';
import { callCost } from './call-cost.ts';
import { seriesCosts } from './series-cost.ts';

/** What a profile costs, before anything is deployed: series of one replica by option, and the time of one prediction. */
export function describeCost(profile: ReferenceProfile): string {
  const costs = seriesCosts(profile);
  const all = { what: 'all', series: costs.reduce((sum, { series }) => sum + series, 0) };
  const width = Math.max(...costs.map(({ what }) => what.length)) + 2;
  const lines = [...costs, all].map(({ what, series }) => `  ${what.padEnd(width)} ${number(series).padStart(8)}`);
  const { whole, segments } = callCost(profile);
  const time = `One prediction takes ${microseconds(whole)} on this machine`;
  return [
    'Series of one replica',
    ...lines,
    '',
    segments === undefined ? `${time}.` : `${time}, and segments add ${microseconds(segments)}.`,
    '',
  ].join('\n');
}

const number = (value: number): string => value.toLocaleString('en-GB');
const microseconds = (nanoseconds: number): string => `${(nanoseconds / 1000).toFixed(2)} µs`;

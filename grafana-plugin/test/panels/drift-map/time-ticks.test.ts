import { timeTicks } from '../../../src/panels/drift-map/time-ticks.ts';

const at = (text: string): number => Date.parse(`2026-11-28T${text}Z`);
const clock = (time: number): string => new Date(time).toISOString().slice(11, 19);

test.each<[string, string, number, string[], string]>([
  ['11:25:20', '11:35:20', 5, ['11:26:00', '11:28:00', '11:30:00', '11:32:00', '11:34:00'], 'HH:mm'],
  ['11:25:20', '11:35:20', 2, ['11:30:00', '11:35:00'], 'HH:mm'],
  ['11:25:20', '11:25:50', 2, ['11:25:30', '11:25:45'], 'HH:mm:ss'],
])('from %s to %s there are at most %i round times', (from, to, most, times, format) => {
  const ticks = timeTicks(at(from), at(to), most, 0);
  expect([ticks.times.map(clock), ticks.format]).toEqual([times, format]);
});

test('days start at midnight of the time zone', () => {
  const [from, offset] = [at('00:00:00'), 2 * 3_600_000];
  const { times, format } = timeTicks(from, from + 3 * 86_400_000, 3, offset);
  expect(times.map(clock)).toEqual(['22:00:00', '22:00:00', '22:00:00']);
  expect(format).toBe('MM/DD');
});

test('one time is a tick only where it is round', () => {
  expect(timeTicks(at('11:00:00'), at('11:00:00'), 3, 0).times.map(clock)).toEqual(['11:00:00']);
});

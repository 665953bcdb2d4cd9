import { versionMarks, versionTexts } from '../../src/backend/version-marks.ts';
import { MODEL, series } from '../counts/made-up-series.ts';

const version = (name: string, seconds: number) => series({ ...MODEL, ml_model_version: name }, seconds);

const column = (frame: ReturnType<typeof versionMarks>, name: string) =>
  frame.fields.find((field) => field.name === name)?.values;

test('a version starts where it reports first; one that reported before the range does not', () => {
  const first = [version('1', 900), version('2', 1500)];
  const present = [version('1', 2000), version('2', 2000), version('3', 1990)];
  const frame = versionMarks([first, present], 1_000_000, ['asked']);
  expect(column(frame, 'time')).toEqual([1_500_000, 1_990_000]);
  expect(column(frame, 'timeEnd')).toEqual([1_500_000, 1_990_000]);
  expect(column(frame, 'text')).toEqual(['Version 2 of m starts to report', 'Version 3 of m starts to report']);
  expect(column(frame, 'tags')).toEqual(['version,m', 'version,m']);
  expect(column(frame, 'version')).toEqual(['2', '3']);
  expect(frame.meta.custom).toEqual({ annotations: 'versions' });
});

test.each([
  [10 * 60, '15s'],
  [6 * 3600, '44s'],
  [30 * 86_400, '300s'],
])('over %d s a start is told apart to %s', (range, step) => {
  const [first] = versionTexts({}, { from: 0, to: range * 1000, intervalMs: 1000 });
  expect(first).toContain(`[${range + 86_400}s:${step}]`);
});

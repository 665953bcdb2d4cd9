import { newestVersions, versionsAgainst } from '../../../../src/pages/model/versions/compared-versions.ts';
import { lineFrame, tableOf } from '../../made-up-rows.ts';

const traffic = (version: string, now: number | undefined, ...values: (number | null)[]) => [
  lineFrame({ refId: 'line', measure: 'throughput', labels: { ml_model_version: version }, values }),
  ...(now === undefined ? [] : [tableOf('throughput', [{ measure: 'throughput', version, value: now }])]),
];

test('the newest version is held against the busiest of the others; what predicts no more is neither', () => {
  const frames = [
    ...traffic('1', 2, 1, 1, 2),
    ...traffic('2', 8, 8, 8, 8),
    ...traffic('3', 0.5, null, 0, 0.5),
    ...traffic('0', undefined, 9, 9, null),
  ];
  expect(newestVersions(frames)).toEqual(['3', '2', '1']);
  expect(versionsAgainst(frames)).toEqual(['2', '1', '3']);
});

test('where the newest one is the busiest, it is held against the next', () => {
  expect(versionsAgainst([...traffic('10', 8, 8), ...traffic('9', 1, 1)])).toEqual(['9', '10']);
});

test('a version alone is held against itself, which asks nothing', () => {
  expect(versionsAgainst(traffic('1', 1, 1))).toEqual(['1']);
});

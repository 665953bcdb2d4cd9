import { shownContribution } from '../../../../src/panels/distribution/chart/shown-contribution.ts';

const bin = (contribution?: number) => ({
  label: `${contribution}`,
  text: `${contribution}`,
  ...(contribution === undefined ? {} : { contribution }),
});
const bins = [bin(0.02), bin(0.3), bin(0.0005), bin()];

test.each([
  [0, 'shown'],
  [1, 'largest'],
  [2, 'hidden'],
  [3, 'hidden'],
])('bin %d is %s', (i, expected) => {
  expect(shownContribution(bins[i] ?? bin(), bins, 40)).toBe(expected);
});

test('narrow bins have no room for any', () => {
  expect(shownContribution(bin(0.3), bins, 20)).toBe('hidden');
});

import { limitsIn, limitsText, withLimit } from '../../../../src/pages/model/alerts/own-limits.ts';

test('limits are read as the address keeps them', () => {
  const limits = { psi: 0.3, 'latency-quantile': 0.5 };
  expect(limitsText(limits)).toBe('psi:0.3,latency-quantile:0.5');
  expect(limitsIn(limitsText(limits))).toEqual(limits);
});

test.each(['', 'psi', 'psi:', 'psi:x', 'psi:1e999', ',,'])('%p holds no limit', (text) => {
  expect(limitsIn(text)).toEqual({});
});

test('a measure without limits gets none', () => {
  const info = { id: 'throughput' } as Parameters<typeof withLimit>[0];
  expect(withLimit(info, { throughput: 1 })).toBe(info);
});

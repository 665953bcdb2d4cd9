import { thresholdsOf } from '../../src/backend/thresholds.ts';

test.each([
  [{ side: 'above', warning: 0.1, critical: 0.25 } as const, ['green', 'orange from 0.1', 'red from 0.25']],
  [{ side: 'above', critical: 0.25 } as const, ['green', 'red from 0.25']],
  [{ side: 'below', critical: 0.8 } as const, ['red', 'green from 0.8']],
  [{ side: 'below', warning: 0.9, critical: 0.8 } as const, ['red', 'orange from 0.8', 'green from 0.9']],
])('%j', (limits, expected) => {
  const { steps } = thresholdsOf(limits);
  expect(steps.map(({ value, color }) => (value === null ? color : `${color} from ${value}`))).toEqual(expected);
});

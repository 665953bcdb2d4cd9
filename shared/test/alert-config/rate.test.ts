import { perSecond } from '../../src/alert-config/rate.ts';

test.each([
  ['20 per second', 20],
  ['30 per minute', 0.5],
  ['18 per hour', 0.005],
  ['43.2 per day', 0.0005],
  ['3 per year', NaN],
  ['many per hour', NaN],
])('%s is %d per second', (text, rate) => {
  if (Number.isNaN(rate)) expect(perSecond(text)).toBeNaN();
  else expect(perSecond(text)).toBeCloseTo(rate, 12);
});

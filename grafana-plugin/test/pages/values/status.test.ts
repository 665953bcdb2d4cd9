import { levelOf, statusOf, whyUnknown, worstOf } from '../../../src/pages/values/status.ts';
import { madeUpRow } from '../made-up-rows.ts';

const LIMITS = { warning: 0.1, critical: 0.25 };

test.each([
  [{ value: 0.31, ...LIMITS }, 'critical'],
  [{ value: 0.2, ...LIMITS }, 'warning'],
  [{ value: 0.05, ...LIMITS }, 'ok'],
  [{ value: 0.31, ...LIMITS, criticalValue: 0.4 }, 'ok'],
  [{ value: 0.31, ...LIMITS, criticalValue: 0.01 }, 'critical'],
  [{ value: 0.31 }, 'noted'],
  [{ ...LIMITS }, 'unknown'],
  [{ measure: 'disparate-impact', value: 0.7, critical: 0.8 }, 'critical'],
  [{ measure: 'disparate-impact', value: 0.9, critical: 0.8 }, 'ok'],
])('%p is %s', (known, level) => {
  expect(levelOf(madeUpRow(known))).toBe(level);
});

test.each([
  [{ observations: 0 }, 'no observations in the window'],
  [{ observations: 41 }, 'n = 41 of 200'],
  // What the settings of the data source say.
  [{ observations: 41, minimum: 1000 }, 'n = 41 of 1,000'],
  [{ observations: 250 }, 'n = 250, too few for its bins'],
  [{}, 'no value'],
])('%p has no value: %s', (known, why) => {
  expect(whyUnknown(madeUpRow(known))).toBe(why);
});

test('a text names what it is about, the value and the limit that it is beyond', () => {
  const texts = [
    madeUpRow({ feature: 'age', value: 0.308, ...LIMITS }),
    madeUpRow({ feature: 'age', value: 0.15, ...LIMITS }),
    madeUpRow({ measure: 'missing-share', unit: 'percentunit', feature: 'job', value: 0.09, critical: 0.05 }),
    madeUpRow({ measure: 'accuracy-drop', unit: 'percentunit', value: 0.061, critical: 0.05 }),
    madeUpRow({ measure: 'disparate-impact', attribute: 'sex', group: 'Female', value: 0.667, critical: 0.8 }),
    madeUpRow({ measure: 'latency-quantile', unit: 's', value: 0.038, critical: 0.2 }),
  ].map((row) => statusOf(row).text);
  expect(texts).toEqual([
    'age 0.308 > 0.25',
    'age 0.15 > 0.1',
    'job missing 9 % > 5 %',
    'accuracy −6.1 pt',
    'sex Female 0.667 < 0.8',
    'p99 38 ms',
  ]);
});

test('the worst is the one farthest beyond its limit', () => {
  const rows = [
    madeUpRow({ feature: 'a', value: 0.2, ...LIMITS }),
    madeUpRow({ feature: 'b', value: 0.3, ...LIMITS }),
    madeUpRow({ feature: 'c', value: 0.9, ...LIMITS }),
    madeUpRow({ feature: 'd', observations: 3 }),
  ];
  expect(worstOf(rows, 'nothing').text).toBe('c 0.9 > 0.25');
  expect(worstOf([rows[3] as never], 'nothing').text).toBe('n = 3 of 200');
  expect(worstOf([], 'no labels yet')).toEqual({ level: 'unknown', text: 'no labels yet' });
});

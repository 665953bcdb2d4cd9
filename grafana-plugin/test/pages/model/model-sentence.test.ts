import { modelSentence } from '../../../src/pages/model/model-sentence.ts';
import { linesOf } from '../../../src/pages/values/lines.ts';
import { lineFrame, madeUpRow } from '../made-up-rows.ts';

const MINUTE = 60_000;
const AGE = madeUpRow({
  feature: 'age',
  version: '2',
  value: 0.308,
  warning: 0.1,
  critical: 0.25,
  criticalValue: 0.003,
  observations: 12_400,
});
const LINES = linesOf([
  lineFrame({
    refId: 'A',
    measure: 'psi',
    labels: { ml_feature_name: 'age', ml_model_version: '2' },
    values: [0.01, 0.01, 0.02, 0.3, 0.31],
    limits: { side: 'above', warning: 0.1, critical: 0.25 },
  }),
]);
const REPORTS = [
  { model: 'income', version: '1', first: -60 * MINUTE, last: 0 },
  { model: 'income', version: '2', first: MINUTE, last: 4 * MINUTE },
];
const known = { lines: LINES, reports: REPORTS, now: 4 * MINUTE, timeZone: 'utc' };

test('what is wrong, how sure that is, since when, and which version came before', () => {
  const missing = madeUpRow({ measure: 'missing-share', feature: 'job', value: 0.9, critical: 0.05 });
  expect(modelSentence({ ...known, rows: [missing, AGE] })).toEqual({
    level: 'critical',
    text:
      'age PSI of 2 is 0.308 (limit 0.25, noise 0.003, n 12,400), since 00:03, 2 min after version 2 appeared. ' +
      '1 more value is beyond its limit.',
    row: AGE,
  });
});

test('a version that was there before is not named', () => {
  const { text } = modelSentence({ ...known, reports: REPORTS.slice(1), rows: [AGE] });
  expect(text).toBe('age PSI of 2 is 0.308 (limit 0.25, noise 0.003, n 12,400), since 00:03.');
});

test.each([
  [[madeUpRow({ value: 0.01, critical: 0.25 })], undefined, 'ok', 'Nothing is beyond its limit.'],
  [[madeUpRow({ observations: 3 })], undefined, 'unknown', 'Nothing is known yet'],
  [[], undefined, 'unknown', 'Nothing is known yet'],
  [[AGE], 3 * 86_400_000, 'unknown', 'Silent for 3 d, since Dec 29, 00:04.'],
])('%#: %s', (rows, silentFor, level, text) => {
  const sentence = modelSentence({ ...known, rows, silentFor });
  expect(sentence).toMatchObject({ level, text: expect.stringContaining(text) });
});

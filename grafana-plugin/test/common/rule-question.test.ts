import { ruleQuestion } from '../../src/common/rule-question.ts';

test('the query that asks for a measure is the one of Driftline', () => {
  const where = { model: ['income'] };
  const queries = [
    { refId: 'B', model: { type: 'threshold' } },
    { refId: 'A', model: { measure: 'psi', where } },
  ];
  expect(ruleQuestion(JSON.stringify(queries))).toEqual({ measure: 'psi', where });
});

test.each(['up == 0', '{}', '[{"refId":"A","model":{"expr":"up"}}]', ''])('%j asks Driftline nothing', (queries) => {
  expect(ruleQuestion(queries)).toBeUndefined();
});

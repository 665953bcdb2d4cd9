import { evaluate, laterValues } from '../../src/compiler/evaluate.ts';
import { WORTH_HELP, type Help } from '../../src/compiler/help.ts';
import { DEFAULT_QUERY, type MeasureQuery } from '../../src/query/measure-query.ts';
import { series } from '../counts/made-up-series.ts';
import { answersFor } from './answers-for.ts';

const query: MeasureQuery = { ...DEFAULT_QUERY, measure: 'throughput' };
const CALLS = /ml_prediction_duration/;

/** Models with calls at all times, at the early ones alone, at the later ones alone, and never. */
function answersAt(times: number) {
  const half = Math.ceil(times / 2);
  const calls = (model: string, of: (time: number) => number) =>
    series({ ml_model_name: model, ml_model_version: '1' }, ...Array.from({ length: times }, (_, time) => of(time)));
  return answersFor(
    query,
    Array.from({ length: times }, (_, time) => time * 60),
    [
      [
        CALLS,
        [
          calls('always', (time) => time),
          calls('early', (time) => (time < half ? time : NaN)),
          calls('later', (time) => (time < half ? NaN : time)),
          calls('never', () => NaN),
        ],
      ],
    ],
  );
}

/** An engine that computes its part, or fails. */
function helper(answers: ReturnType<typeof answersAt>, fails = false) {
  const asked: number[] = [];
  const help: Help = (first) => {
    asked.push(first);
    return () => (fails ? undefined : laterValues(query, answers, 'value', first));
  };
  return { asked, help };
}

test.each([
  ['helps', false],
  ['fails', true],
])('two engines give what one does, where the other one %s', (_title, fails) => {
  const answers = answersAt(WORTH_HELP / 4 + 1);
  const alone = evaluate(query, answers, ['value']);
  const { asked, help } = helper(answers, fails);
  expect(evaluate(query, answers, ['value'], help)).toEqual(alone);
  expect(alone.map(({ name }) => name)).toHaveLength(3);
  expect(asked).toEqual([WORTH_HELP / 8 + 1]);
});

test('where no engine is idle, one computes it all', () => {
  const answers = answersAt(WORTH_HELP / 4);
  expect(evaluate(query, answers, ['value'], () => undefined)).toEqual(evaluate(query, answers, ['value']));
});

test('nobody is asked for help with little, or with more than one aspect', () => {
  const few = answersAt(2);
  const { asked, help } = helper(few);
  evaluate(query, few, ['value'], help);
  evaluate(query, answersAt(WORTH_HELP), ['value', 'observations'], help);
  expect(asked).toEqual([]);
});

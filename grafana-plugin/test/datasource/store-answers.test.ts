import { answersOf } from '../../src/datasource/store-answers.ts';
import { storeFrame } from '../frames.ts';

test('series of different times stand on the times that any of them has', () => {
  const { times, series } = answersOf([
    { promql: 'a', frames: [storeFrame('x', { bin: '1' }, [1, 2])] },
    { promql: 'b', frames: [storeFrame('y', { __name__: 'b', bin: '1' }, [3, null, 5], 2000)] },
  ]);
  expect(times).toEqual([1, 2, 3, 4]);
  expect(series.get('a')).toEqual([{ labels: { bin: '1' }, values: [1, 2, NaN, NaN] }]);
  expect(series.get('b')).toEqual([{ labels: { bin: '1' }, values: [NaN, 3, NaN, 5] }]);
});

test('a text that the store knows no series for is answered by none', () => {
  expect(answersOf([{ promql: 'a', frames: [] }])).toEqual({ times: [], series: new Map([['a', []]]) });
});

test('infinities arrive', () => {
  expect(answersOf([{ promql: 'a', frames: [storeFrame('x', {}, [Infinity])] }]).series.get('a')?.[0]?.values).toEqual([
    Infinity,
  ]);
});

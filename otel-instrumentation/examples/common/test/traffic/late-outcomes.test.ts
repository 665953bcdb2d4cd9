import { LateOutcomes } from '../../src/traffic/late-outcomes.ts';

test('outcomes are known after their time, once, at the replica that predicted', () => {
  const outcomes = new LateOutcomes(1000);
  const [first, second, third] = ['1', '2', '3'].map((id) => ({ id, actual: '>50K' })) as [never, never, never];
  outcomes.add('a', first, 0);
  outcomes.add('b', second, 100);
  outcomes.add('a', third, 200);
  expect([...outcomes.take(999)]).toEqual([]);
  expect([...outcomes.take(1100)]).toEqual([
    ['a', [first]],
    ['b', [second]],
  ]);
  expect([...outcomes.take(5000)]).toEqual([['a', [third]]]);
  expect([...outcomes.take(9000)]).toEqual([]);
});

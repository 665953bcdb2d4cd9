import { PendingPredictions } from '../../src/recorder/pending-predictions.ts';

function setUp(limit: number, timeToLive = 1000) {
  const forgotten: string[] = [];
  const pending = new PendingPredictions(limit, timeToLive, (problem) => forgotten.push(problem));
  return { pending, forgotten };
}

test('a prediction is given back once', () => {
  const { pending, forgotten } = setUp(10);
  pending.remember('a', 'yes', [1], 0);
  expect(pending.take('a', 1)).toMatchObject({ prediction: 'yes', groups: [1] });
  expect(pending.take('a', 2)).toBeUndefined();
  expect(forgotten).toEqual([]);
});

test('beyond the limit the oldest is evicted, and is counted', () => {
  const { pending, forgotten } = setUp(2);
  for (const id of ['a', 'b', 'c']) pending.remember(id, id, [], 0);
  expect(pending.take('a', 0)).toBeUndefined();
  expect(pending.take('c', 0)).toMatchObject({ prediction: 'c' });
  expect(forgotten).toEqual(['evicted']);
});

test('what is too old is forgotten, and is counted', () => {
  const { pending, forgotten } = setUp(10, 1000);
  pending.remember('a', 'yes', [], 0);
  pending.remember('b', 'yes', [], 600);
  expect(pending.take('a', 1001)).toBeUndefined();
  expect(pending.take('b', 1600)).toBeDefined();
  expect(forgotten).toEqual(['expired']);
});

test('the same identifier again is a new prediction', () => {
  const { pending } = setUp(1);
  pending.remember('a', 'no', [], 0);
  pending.remember('a', 'yes', [], 900);
  expect(pending.take('a', 1500)).toMatchObject({ prediction: 'yes' });
});

test.each([undefined, null, {}, '', 'x'.repeat(257), Symbol('x')])('%p is no identifier', (id) => {
  const { pending } = setUp(10);
  pending.remember(id as string, 'yes', [], 0);
  expect(pending.take(id, 0)).toBeUndefined();
});

test('a limit of zero remembers nothing', () => {
  const { pending, forgotten } = setUp(0);
  pending.remember('a', 'yes', [], 0);
  expect(pending.take('a', 0)).toBeUndefined();
  expect(forgotten).toEqual([]);
});

import { PendingPredictions } from '../../src/recorder/pending-predictions.ts';

function setUp(limit: number, timeToLive = 1000) {
  const forgotten: string[] = [];
  const pending = new PendingPredictions(limit, timeToLive, (problem) => forgotten.push(problem));
  return { pending, forgotten };
}

test('a prediction is given back once', () => {
  const { pending, forgotten } = setUp(10);
  pending.remember('a', 7, [1], 0);
  expect(pending.take('a', 1)).toMatchObject({ prediction: 7, groups: [1] });
  expect(pending.take('a', 2)).toBeUndefined();
  expect(forgotten).toEqual([]);
});

test('beyond the limit the oldest is evicted, and is counted', () => {
  const { pending, forgotten } = setUp(2);
  for (const [i, id] of ['a', 'b', 'c'].entries()) pending.remember(id, i, [], 0);
  expect(pending.take('a', 0)).toBeUndefined();
  expect(pending.take('c', 0)).toMatchObject({ prediction: 2 });
  expect(forgotten).toEqual(['evicted']);
});

test('what is too old is forgotten, and is counted', () => {
  const { pending, forgotten } = setUp(10, 1000);
  pending.remember('a', 1, [], 0);
  pending.remember('b', 1, [], 600);
  expect(pending.take('a', 1001)).toBeUndefined();
  expect(pending.take('b', 1600)).toBeDefined();
  expect(forgotten).toEqual(['expired']);
});

test('the same identifier again is a new prediction', () => {
  const { pending } = setUp(1);
  pending.remember('a', 0, [], 0);
  pending.remember('a', 1, [], 900);
  expect(pending.take('a', 1500)).toMatchObject({ prediction: 1 });
});

test.each([undefined, null, {}, '', ' ', NaN, Infinity, true, 'x'.repeat(257), Symbol('x')])(
  '%p is no identifier',
  (id) => {
    const { pending } = setUp(10);
    pending.remember(id as string, 1, [], 0);
    expect(pending.take(id, 0)).toBeUndefined();
  },
);

test('a limit of zero remembers nothing', () => {
  const { pending, forgotten } = setUp(0);
  pending.remember('a', 1, [], 0);
  expect(pending.take('a', 0)).toBeUndefined();
  expect(forgotten).toEqual([]);
});

test.each([
  [1, '1'],
  ['1', 1],
  [1n, ' 1.0 '],
  [9_007_199_254_740_993n, '9007199254740993'],
  [-0, '0'],
])('%p and %p are one identifier', (one, other) => {
  const { pending } = setUp(10);
  pending.remember(one, 1, [], 0);
  expect(pending.take(other, 0)).toMatchObject({ prediction: 1 });
});

test.each([
  ['007', 7],
  ['9007199254740993', 9_007_199_254_740_992],
  ['a', 'A'],
])('%p and %p are two identifiers', (one, other) => {
  const { pending } = setUp(10);
  pending.remember(one, 1, [], 0);
  expect(pending.take(other, 0)).toBeUndefined();
});

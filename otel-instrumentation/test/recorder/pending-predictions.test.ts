import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { PendingPredictions } from '../../src/recorder/pending-predictions.ts';

function setUp(limit: number, timeToLive = 1000, groups = 0, scores = 0) {
  const forgotten: string[] = [];
  const forgot = (problem: string) => forgotten.push(problem);
  const pending = new PendingPredictions({ limit, timeToLive, groups, scores, forgot });
  return { pending, forgotten };
}

interface Remembered {
  readonly id: number;
  readonly prediction: number;
  readonly since: number;
}

test('a prediction is given back once, with its groups and scores; an outcome that comes again is told from an unknown one', () => {
  const { pending, forgotten } = setUp(10, 1000, 2, 1);
  pending.remember('a', 7, [1, 3], [0.25], 0);
  pending.remember('b', -1, [2, 0], [NaN], 0);
  expect(pending.take('a', 1)).toEqual({
    prediction: 7,
    groups: Int32Array.of(1, 3),
    scores: Float64Array.of(0.25),
    delay: 0.001,
  });
  expect(pending.take('a', 2)).toBe('repeated');
  expect(pending.take('b', 2)).toEqual({
    prediction: -1,
    groups: Int32Array.of(2, 0),
    scores: Float64Array.of(NaN),
    delay: 0.002,
  });
  expect(pending.take('c', 2)).toBe('unmatched');
  expect(forgotten).toEqual([]);
});

test('a prediction that has its outcome is known as long as one that waits, and makes room for it', () => {
  const { pending, forgotten } = setUp(2, 1000);
  pending.remember('a', 1, [], [], 0);
  pending.take('a', 500);
  expect(pending.take('a', 1500)).toBe('repeated');
  expect(pending.take('a', 1501)).toBe('unmatched');

  pending.remember('b', 1, [], [], 2000);
  pending.remember('c', 1, [], [], 2000);
  pending.take('c', 2000);
  pending.remember('d', 1, [], [], 2000);
  expect(pending.take('c', 2000)).toBe('unmatched');
  expect(pending.take('b', 2000)).toMatchObject({ prediction: 1 });
  expect(forgotten).toEqual([]);
});

test('beyond the limit the oldest is evicted, and is counted', () => {
  const { pending, forgotten } = setUp(2);
  for (const [i, id] of ['a', 'b', 'c'].entries()) pending.remember(id, i, [], [], 0);
  expect(pending.take('a', 0)).toBe('unmatched');
  expect(pending.take('c', 0)).toMatchObject({ prediction: 2 });
  expect(forgotten).toEqual(['evicted']);
});

test('what is too old is forgotten, and is counted', () => {
  const { pending, forgotten } = setUp(10, 1000);
  pending.remember('a', 1, [], [], 0);
  pending.remember('b', 1, [], [], 600);
  expect(pending.take('a', 1001)).toBe('unmatched');
  expect(pending.take('b', 1600)).toMatchObject({ prediction: 1 });
  expect(forgotten).toEqual(['expired']);
});

test('the same identifier again is a new prediction, and is counted if the earlier one still waited', () => {
  const { pending, forgotten } = setUp(1);
  pending.remember('a', 0, [], [], 0);
  pending.remember('a', 1, [], [], 900);
  expect(forgotten).toEqual(['replaced']);
  expect(pending.take('a', 1500)).toMatchObject({ prediction: 1 });
  pending.remember('a', 2, [], [], 1500);
  expect(forgotten).toEqual(['replaced']);
  expect(pending.take('a', 1500)).toMatchObject({ prediction: 2 });
});

test('does what a naive list does, whatever comes', () => {
  const step = fc.record({ id: fc.nat(12), outcome: fc.boolean(), wait: fc.integer({ min: 0, max: 40 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), fc.integer({ min: 1, max: 6 }), (steps, limit) => {
      const { pending, forgotten } = setUp(limit, 100, 1, 1);
      const expected: string[] = [];
      let waiting: Remembered[] = [];
      let answered: Remembered[] = [];
      let now = 0;
      for (const [i, { id, outcome, wait }] of steps.entries()) {
        now += wait;
        const young = ({ since }: Remembered): boolean => now - since <= 100;
        waiting.filter((each) => !young(each)).forEach(() => expected.push('expired'));
        waiting = waiting.filter(young);
        answered = answered.filter(young);
        const at = waiting.find((each) => each.id === id);
        if (outcome) {
          const known = answered.some((each) => each.id === id) ? 'repeated' : 'unmatched';
          expect(pending.take(id, now)).toEqual(
            at === undefined
              ? known
              : {
                  prediction: at.prediction,
                  groups: Int32Array.of(at.prediction % 7),
                  scores: Float64Array.of(at.prediction / 7),
                  delay: (now - at.since) / 1000,
                },
          );
          if (at !== undefined) answered.push({ ...at, since: now });
          waiting = waiting.filter((each) => each !== at);
          continue;
        }
        pending.remember(id, i, [i % 7], [i / 7], now);
        if (at !== undefined) expected.push('replaced');
        waiting = waiting.filter((each) => each !== at);
        answered = answered.filter((each) => each.id !== id);
        if (waiting.length + answered.length >= limit) {
          if (answered.shift() === undefined) {
            waiting.shift();
            expected.push('evicted');
          }
        }
        waiting.push({ id, prediction: i, since: now });
      }
      expect(forgotten).toEqual(expected);
    }),
  );
});

test('identifiers that were cut out of large texts keep nothing of them alive', () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const heap = (): number => {
    collect();
    return process.memoryUsage().heapUsed;
  };
  const { pending } = setUp(1000, 1e9);
  const before = heap();
  // As an identifier that a regular expression finds in a body of a megabyte.
  for (let i = 0; i < 100; i++) {
    const body = JSON.parse(JSON.stringify('x'.repeat(2 ** 20) + String(i).padStart(36, 'id-'))) as string;
    pending.remember(body.slice(2 ** 20), 1, [], [], 0);
  }
  expect(heap() - before).toBeLessThan(10 * 2 ** 20);
  expect(pending.take('99'.padStart(36, 'id-'), 0)).toMatchObject({ prediction: 1 });
});

test('a million predictions wait, and the outcome of each is found', () => {
  const { pending, forgotten } = setUp(1_000_000, 1e9);
  for (let i = 0; i < 1_000_010; i++) pending.remember(i, i % 2, [], [], i);
  expect(forgotten).toEqual(Array(10).fill('evicted'));
  let found = 0;
  for (let i = 0; i < 1_000_010; i++) {
    const predicted = pending.take(i, 1_000_010);
    if (typeof predicted !== 'string' && predicted.prediction === i % 2) found++;
  }
  expect(found).toBe(1_000_000);
});

test.each([undefined, null, {}, '', ' ', NaN, Infinity, true, 'x'.repeat(257), Symbol('x')])(
  '%p is no identifier',
  (id) => {
    const { pending } = setUp(10);
    pending.remember(id as string, 1, [], [], 0);
    expect(pending.take(id, 0)).toBe('unmatched');
  },
);

test('a limit of zero remembers nothing', () => {
  const { pending, forgotten } = setUp(0);
  pending.remember('a', 1, [], [], 0);
  expect(pending.take('a', 0)).toBe('unmatched');
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
  pending.remember(one, 1, [], [], 0);
  expect(pending.take(other, 0)).toMatchObject({ prediction: 1 });
});

test.each([
  ['007', 7],
  ['9007199254740993', 9_007_199_254_740_992],
  ['a', 'A'],
])('%p and %p are two identifiers', (one, other) => {
  const { pending } = setUp(10);
  pending.remember(one, 1, [], [], 0);
  expect(pending.take(other, 0)).toBe('unmatched');
});

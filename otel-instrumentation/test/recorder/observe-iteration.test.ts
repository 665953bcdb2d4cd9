import { Readable } from 'node:stream';
import { observeCall } from '../../src/recorder/observe-call.ts';
import { itemCollector } from '../../src/recorder/observe-iteration.ts';

function observed<Result>(call: () => Result, isBatch = true) {
  const events: unknown[][] = [];
  const result = observeCall(call, {
    succeeded: (value) => void events.push(['succeeded', value]),
    failed: (error) => void events.push(['failed', error]),
    notObservable: (what) => void events.push(['not observable', what]),
    collect: () => itemCollector(isBatch),
  });
  return { result, events };
}

async function* threeLater() {
  yield 1;
  await Promise.resolve();
  yield 2;
  yield 3;
  return 'end';
}

function* three() {
  yield 1;
  yield 2;
  return 'end';
}

test('an async generator is observed when it is consumed', async () => {
  const { result, events } = observed(threeLater);
  const items: number[] = [];
  for await (const item of result) items.push(item);
  expect(items).toEqual([1, 2, 3]);
  expect(events).toEqual([['succeeded', [1, 2, 3]]]);
});

test('of one row, the last item is the result', async () => {
  const { result, events } = observed(threeLater, false);
  for await (const item of result) expect(item).toBeDefined();
  expect(events).toEqual([['succeeded', 3]]);
});

test('nothing is observed before it is consumed', async () => {
  const { result, events } = observed(threeLater);
  expect(await result.next()).toEqual({ done: false, value: 1 });
  expect(events).toEqual([]);
  expect(await result.return('early')).toEqual({ done: true, value: 'early' });
  expect(events).toEqual([['succeeded', [1]]]);
});

test('a loop that ends early ends the generator, and what came is the result', () => {
  let cleaned = false;
  const { result, events } = observed(function* () {
    try {
      yield 1;
      yield 2;
    } finally {
      cleaned = true;
    }
  });
  for (const item of result) {
    expect(item).toBe(1);
    break;
  }
  expect([cleaned, events]).toEqual([true, [['succeeded', [1]]]]);
});

test('an error in the middle is thrown on and is a failure', async () => {
  const fault = new Error('fault');
  const { result, events } = observed(async function* () {
    yield 1;
    await Promise.reject(fault);
  });
  await result.next();
  await expect(result.next()).rejects.toBe(fault);
  expect(events).toEqual([['failed', fault]]);
});

test('values sent into a generator arrive, and its return value comes back', () => {
  const { result } = observed(function* (): Generator<number, string, string> {
    return `got ${yield 1}`;
  });
  result.next();
  expect(result.next('this')).toEqual({ done: true, value: 'got this' });
});

test('helpers of iterators are observed too', () => {
  const { result, events } = observed(three);
  expect([...(result as unknown as number[]).map((item) => item * 2)]).toEqual([2, 4]);
  expect(events).toEqual([['succeeded', [1, 2]]]);
});

test('an iterable that makes iterators, and one with private fields, stay themselves', async () => {
  class Answers {
    readonly #items = [1, 2];
    get size() {
      return this.#items.length;
    }
    count() {
      return this.#items.length;
    }
    async *[Symbol.asyncIterator]() {
      yield* this.#items;
    }
  }
  const { result, events } = observed(() => new Answers());
  expect([result instanceof Answers, result.size, result.count(), result.constructor]).toEqual([true, 2, 2, Answers]);
  for (let pass = 0; pass < 2; pass++) {
    const items: number[] = [];
    for await (const item of result) items.push(item);
    expect(items).toEqual([1, 2]);
  }
  expect(events).toEqual([['succeeded', [1, 2]]]);
});

test('a generator still looks like one', () => {
  expect(String(observed(three).result)).toBe('[object Generator]');
  expect(String(observed(threeLater).result)).toBe('[object AsyncGenerator]');
});

test('arrays, maps and sets are results, not iterations', () => {
  for (const value of [[1], new Map(), new Set()]) {
    const { result, events } = observed(() => value);
    expect([result, events]).toEqual([value, [['succeeded', value]]]);
  }
});

test('a stream comes back itself, since it is read in other ways too', () => {
  for (const stream of [Readable.from([1]), new ReadableStream()]) {
    const { result, events } = observed(() => stream);
    expect(result).toBe(stream);
    expect(events).toEqual([['not observable', 'stream']]);
  }
});

test('a promise of a generator comes back itself and cannot be observed', async () => {
  const generator = threeLater();
  const promise = Promise.resolve(generator);
  const { result, events } = observed(() => promise);
  expect(result).toBe(promise);
  expect(await result).toBe(generator);
  expect(events).toEqual([['not observable', 'promise of items']]);
});

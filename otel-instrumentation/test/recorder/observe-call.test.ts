import { itemCollector } from '../../src/recorder/observe-iteration.ts';
import { observeCall } from '../../src/recorder/observe-call.ts';
import { foreign } from '../foreign.ts';

function observer() {
  const events: unknown[][] = [];
  return {
    events,
    succeeded: (result: unknown) => void events.push(['succeeded', result]),
    failed: (error: unknown) => void events.push(['failed', error]),
    notObservable: () => void events.push(['not observable']),
    collect: () => itemCollector(true),
  };
}

test('a result comes back and is observed, with its duration', () => {
  const succeeded = jest.fn();
  const result = { prediction: 'yes' };
  expect(observeCall(() => result, { ...observer(), succeeded })).toBe(result);
  expect(succeeded).toHaveBeenCalledWith(result, expect.any(Number));
  expect(succeeded.mock.calls[0]?.[1]).toBeGreaterThanOrEqual(0);
});

test('an error is thrown on and observed', () => {
  const observed = observer();
  const fault = new Error('fault');
  const call = () =>
    observeCall(() => {
      throw fault;
    }, observed);
  expect(call).toThrow(fault);
  expect(observed.events).toEqual([['failed', fault]]);
});

test.each<[string, () => Promise<unknown>]>([
  ['our own', () => Promise.resolve('yes')],
  ['of another realm', () => foreign("Promise.resolve('yes')")],
])('a promise %s comes back itself, and its result is observed', async (_what, make) => {
  const observed = observer();
  const promise = make();
  expect(observeCall(() => promise, observed)).toBe(promise);
  expect(observed.events).toEqual([]);
  await promise;
  expect(observed.events).toEqual([['succeeded', 'yes']]);
});

test.each<[string, () => Promise<unknown>]>([
  ['our own', () => Promise.reject(new Error('fault'))],
  ['of another realm', () => foreign("Promise.reject(new Error('fault'))")],
])('a rejection %s stays the handled one of the caller, and is observed', async (_what, make) => {
  const observed = observer();
  const unhandled = jest.fn();
  process.on('unhandledRejection', unhandled);
  await observeCall(make, observed).catch(() => undefined);
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', unhandled);
  expect(observed.events).toEqual([['failed', expect.objectContaining({ message: 'fault' })]]);
  expect(unhandled).not.toHaveBeenCalled();
});

test('a thenable that is no promise is not asked, because asking might start it', () => {
  const observed = observer();
  const lazy = { then: jest.fn() };
  expect(observeCall(() => lazy, observed)).toBe(lazy);
  expect(lazy.then).not.toHaveBeenCalled();
  expect(observed.events).toEqual([['not observable']]);
});

test('a promise whose class cannot be constructed again hurts nobody', async () => {
  class Once extends Promise<string> {
    static made = 0;
    constructor(executor: ConstructorParameters<typeof Promise<string>>[0]) {
      if (Once.made++ > 0) throw new Error('only once');
      super(executor);
    }
  }
  const observed = observer();
  const promise = new Once((resolve) => resolve('yes'));
  expect(observeCall(() => promise, observed)).toBe(promise);
  expect(observed.events).toEqual([['not observable']]);
});

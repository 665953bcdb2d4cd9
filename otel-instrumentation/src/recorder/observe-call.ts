import { types } from 'node:util';
import { iterationOf, observeIteration, type ItemCollector } from './observe-iteration.ts';

/** Results of which nothing can be known without a change to what the caller gets. */
export type Unobservable = 'thenable that is no promise' | 'stream' | 'promise of items';

/** Receives what came of a call. */
export interface CallObserver<Result> {
  succeeded(result: Result, durationSeconds: number): void;
  failed(error: unknown, durationSeconds: number): void;
  /** The call returned something of which the result cannot be known. */
  notObservable(what: Unobservable): void;
  /** Makes what collects the items of a result that is iterated. */
  collect(): ItemCollector;
}

/**
 * Makes a call, synchronous or not, and tells the observer what came of it. The caller gets the result or the error of
 * the call unchanged, and its own promise rather than a chained one, which would turn a handled rejection into a second,
 * unhandled one. A generator, or another result whose items come one by one, is observed when it is consumed.
 */
export function observeCall<Result>(call: () => Result, observer: CallObserver<Awaited<Result>>): Result {
  const start = performance.now();
  const elapsed = (): number => (performance.now() - start) / 1000;
  let result: Result;
  try {
    result = call();
  } catch (error) {
    observer.failed(error, elapsed());
    throw error;
  }
  if (typeof result !== 'object' || result === null) observer.succeeded(result as Awaited<Result>, elapsed());
  else if (types.isPromise(result)) observePromise(result, elapsed, observer as CallObserver<unknown>);
  // Some libraries begin their work when `then` is called, and would do it twice.
  else if (isThenable(result)) observer.notObservable('thenable that is no promise');
  else return observeObject(result, elapsed, observer as CallObserver<unknown>);
  return result;
}

/** Never throws. */
function isThenable(value: object): boolean {
  try {
    return typeof (value as { readonly then?: unknown }).then === 'function';
  } catch {
    return false;
  }
}

function observeObject<Result extends object>(
  result: Result,
  elapsed: () => number,
  observer: CallObserver<unknown>,
): Result {
  switch (iterationOf(result)) {
    case 'stream':
      observer.notObservable('stream');
      return result;
    case 'items':
      return observeIteration(result, elapsed, observer);
    case undefined:
      observer.succeeded(result, elapsed());
      return result;
  }
}

function observePromise(promise: Promise<unknown>, elapsed: () => number, observer: CallObserver<unknown>): void {
  try {
    // By the built-in function, which takes promises of every realm and runs no `then` of a subclass.
    void Promise.prototype.then.call(
      promise,
      (value) => {
        const iteration = iterationOf(value);
        if (iteration === undefined) observer.succeeded(value, elapsed());
        else observer.notObservable(iteration === 'stream' ? 'stream' : 'promise of items');
      },
      (error: unknown) => observer.failed(error, elapsed()),
    );
  } catch {
    // A subclass may have a constructor that throws.
    observer.notObservable('thenable that is no promise');
  }
}

import { types } from 'node:util';
import { readField } from '../values/read-field.ts';

/** Collects the items of a result that is iterated. */
export interface ItemCollector {
  add(item: unknown): void;
  /** What the items are together: the result of the call. */
  result(): unknown;
}

/** Items of one call that are kept. */
const MOST_ITEMS = 100_000;

/**
 * Collects the items of a call.
 *
 * @param isBatch - whether each item is the output of one row; else the last one is the output, refined by each
 */
export function itemCollector(isBatch: boolean): ItemCollector {
  const items: unknown[] = [];
  return {
    add: (item) => {
      if (!isBatch) items[0] = item;
      else if (items.length < MOST_ITEMS) items.push(item);
    },
    result: () => (isBatch ? items : items[0]),
  };
}

interface IterationObserver {
  succeeded(result: unknown, durationSeconds: number): void;
  failed(error: unknown, durationSeconds: number): void;
  collect(): ItemCollector;
}

/**
 * How the items of a value come one by one: those of a stream of Node or of the Web, which is read in more ways than by
 * iteration, or those of a generator, another iterator or an async iterable. Undefined for what has none, as most results.
 * Never throws.
 *
 * Each field is read where it is named, and of most results only two: the engine remembers for each place where the fields
 * of the objects are that it saw there.
 */
export function iterationOf(value: unknown): 'stream' | 'items' | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  try {
    const given = value as Readonly<Record<PropertyKey, unknown>>;
    if (typeof given[Symbol.asyncIterator] === 'function') {
      return typeof given['pipe'] === 'function' || typeof given['getReader'] === 'function' ? 'stream' : 'items';
    }
    return typeof given['next'] === 'function' && typeof given[Symbol.iterator] === 'function' ? 'items' : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Gives what behaves like `iterable`, and tells the observer of the items once they are consumed: at the end, at an early
 * end of the loop, or as a failure. The first iteration counts; one that never happens is not recorded.
 */
export function observeIteration<T extends object>(iterable: T, elapsed: () => number, observer: IterationObserver): T {
  const collector = observer.collect();
  let isOver = false;
  const end = (tell: () => void): void => {
    if (!isOver) tell();
    isOver = true;
  };
  const fail = (error: unknown): void => end(() => observer.failed(error, elapsed()));
  const take = (step: unknown): void => {
    if (isOver) return;
    if (readField(step, 'done') !== true) collector.add(readField(step, 'value'));
    else end(() => observer.succeeded(collector.result(), elapsed()));
  };
  return observed(iterable);

  /** A proxy, because a class may check what it is called on, and the result must stay as it is. */
  function observed<Iterable extends object>(target: Iterable): Iterable {
    const proxy: Iterable = new Proxy(target, {
      get: (_target, key) => {
        const value: unknown = Reflect.get(target, key, target);
        if (typeof value !== 'function' || key === 'constructor' || isFixed(target, key)) return value;
        // Helpers such as `map` call `next` of what they are called on.
        if (isHelper(key, value)) return value;
        if (key === Symbol.asyncIterator || key === Symbol.iterator) {
          return () => {
            const iterator: unknown = Reflect.apply(value, target, []);
            return iterator === target || typeof iterator !== 'object' || iterator === null
              ? proxy
              : observed(iterator);
          };
        }
        const isStep = key === 'next' || key === 'return' || key === 'throw';
        return isStep
          ? (...args: unknown[]) => observedStep(() => Reflect.apply(value, target, args))
          : (...args: unknown[]): unknown => Reflect.apply(value, target, args);
      },
    });
    return proxy;
  }

  function observedStep(call: () => unknown): unknown {
    let step: unknown;
    try {
      step = call();
    } catch (error) {
      fail(error);
      throw error;
    }
    if (types.isPromise(step)) void Promise.prototype.then.call(step, take, fail);
    else take(step);
    return step;
  }
}

/** A proxy must give such a property as it is. */
function isFixed(target: object, key: PropertyKey): boolean {
  const property = Reflect.getOwnPropertyDescriptor(target, key);
  return property?.configurable === false && property.writable === false;
}

function isHelper(key: PropertyKey, value: unknown): boolean {
  const { Iterator } = globalThis as { readonly Iterator?: { readonly prototype: object } };
  return Iterator !== undefined && key !== Symbol.iterator && Reflect.get(Iterator.prototype, key) === value;
}

import { readFileSync } from 'node:fs';
import { createContext, runInContext } from 'node:vm';
import { parse } from 'acorn';
import * as inNode from '../src/engine.ts';
import { LABELS_OF_ALL } from './compiler/labels-of-all.ts';
import { queriesOf } from './compiler/queries-of.ts';

const SCRIPT = readFileSync(new URL('../dist/engine.iife.js', import.meta.url), 'utf8');

/** What came after ES2020, and what depends on a locale: a small engine has none of it. */
const ABSENT = `
  for (const name of ['Intl', 'WeakRef', 'FinalizationRegistry', 'AggregateError', 'Iterator']) delete globalThis[name];
  const remove = (owner, names) => { for (const name of names) delete owner[name]; };
  remove(String.prototype, ['at', 'replaceAll', 'isWellFormed', 'toWellFormed', 'localeCompare', 'normalize',
    'toLocaleLowerCase', 'toLocaleUpperCase']);
  remove(Array.prototype, ['at', 'findLast', 'findLastIndex', 'toSorted', 'toReversed', 'toSpliced', 'with',
    'toLocaleString']);
  remove(Number.prototype, ['toLocaleString']);
  remove(Object, ['hasOwn', 'groupBy']);
  remove(Map, ['groupBy']);
  remove(Array, ['fromAsync']);
  remove(Promise, ['any', 'try', 'withResolvers']);
  remove(Set.prototype, ['union', 'intersection', 'difference', 'symmetricDifference', 'isSubsetOf', 'isSupersetOf',
    'isDisjointFrom']);
`;

type Engine = typeof inNode;

/** The engine in a context that has the language alone: no console, no URL, no timers, no modules. */
function bareEngine(): Engine {
  const context = createContext(Object.create(null));
  runInContext(ABSENT, context);
  runInContext(SCRIPT, context);
  return runInContext('driftline', context) as Engine;
}

const ALL = inNode.MEASURES.flatMap(queriesOf);

test('is one script of ES2020 without imports', () => {
  expect(() => parse(SCRIPT, { ecmaVersion: 2020, sourceType: 'script' })).not.toThrow();
  expect(SCRIPT).not.toMatch(/\brequire\(["']/);
  expect(SCRIPT).not.toMatch(/ZodError|safeParse/);
  // Sobek knows no named groups, and takes surrogate pairs apart.
  expect(SCRIPT).not.toMatch(/\(\?<[a-z]/i);
});

test('plans every query as Node does', () => {
  const engine = bareEngine();
  for (const query of ALL) {
    const wanted = inNode.plan(query);
    expect([query, JSON.stringify(engine.plan(query))]).toEqual([query, JSON.stringify(wanted)]);
  }
});

test('evaluates every query as Node does', () => {
  const engine = bareEngine();
  let frames = 0;
  for (const query of ALL) {
    const answers = answersFor(query);
    const wanted = inNode.evaluate(query, answers);
    frames += wanted.filter(({ values }) => (values.value ?? []).some(Number.isFinite)).length;
    expect([query, stringify(engine.evaluate(query, answers))]).toEqual([query, stringify(wanted)]);
  }
  // The made-up series mean something to most measures.
  expect(frames).toBeGreaterThan(ALL.length / 2);
});

test('says what is wrong with a query', () => {
  const engine = bareEngine();
  expect(() => engine.plan({ ...inNode.DEFAULT_QUERY, window: 'soon' })).toThrow('window is "soon"');
  const surrogate = { ...inNode.DEFAULT_QUERY, where: { model: ['\ud800'] } };
  expect(engine.plan(surrogate)[0]).toContain('\ufffd');
});

/** Some series for each text of a plan, with every label that any measure reads, at two times. */
function answersFor(query: inNode.MeasureQuery): inNode.Answers {
  const series = LABELS_OF_ALL.map((labels, i) => ({ labels, values: [100 + 53 * i, i < 2 ? NaN : 300 + 5 * i] }));
  return { times: [60, 120], series: new Map(inNode.plan(query).map((text) => [text, series])) };
}

/** JSON that keeps what JSON has no numeral for. */
function stringify(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'number' && !Number.isFinite(each) ? String(each) : each,
  );
}

import type { ServerResponse } from 'node:http';
import { waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_SETTINGS, type Ask } from '@driftline/shared';
import { askStore } from '../../../../workbench/server/backend/ask-store.ts';
import { sendJson, standInStore, vector, type Reply, type StandInStore } from './stand-in-store.ts';

let store: StandInStore | undefined;

afterEach(() => store?.close());

async function ask(reply: Reply, asks: readonly Ask[], settings: Partial<typeof DEFAULT_SETTINGS> = {}) {
  store = await standInStore(reply);
  const asked = { url: store.url, settings: { ...DEFAULT_SETTINGS, ...settings } };
  return askStore(asked, asks, new AbortController().signal);
}

const instant = (promql: string): Ask => ({ kind: 'instant', promql, time: 1_700_000_000 });

test('asks for instants, ranges and label values', async () => {
  const matrix = { status: 'success', data: { result: [{ metric: { a: '1' }, values: [[60, '2']] }] } };
  const answers = await ask(
    ({ path }, response) => {
      if (path.includes('/label/')) sendJson(response, { status: 'success', data: ['income'] });
      else sendJson(response, path.endsWith('query_range') ? matrix : vector([{ a: '1' }, 3]));
    },
    [
      instant('up'),
      { kind: 'range', promql: 'up', start: 0, end: 60, step: 60 },
      { kind: 'labels', label: 'model', selector: 'rows', start: 10, end: 20 },
    ],
  );
  expect(answers).toEqual([
    { times: [1_700_000_000], series: [{ labels: { a: '1' }, values: [3] }] },
    { times: [0, 60], series: [{ labels: { a: '1' }, values: [NaN, 2] }] },
    { names: ['income'] },
  ]);
  const forms = store?.received.map(({ form }) => Object.fromEntries(form));
  expect(forms).toHaveLength(3);
  expect(forms).toEqual(
    expect.arrayContaining([
      { query: 'up', time: '1700000000' },
      { query: 'up', start: '0', end: '60', step: '60' },
      { 'match[]': 'rows', start: '10', end: '20' },
    ]),
  );
});

test('a few asks are under way at the same time, and all are answered in their order', async () => {
  const waiting: [query: string, response: ServerResponse][] = [];
  let most = 0;
  const asks = Array.from({ length: 20 }, (_, i) => instant(`up == ${i}`));
  const answers = ask(({ form }, response) => waiting.push([form.get('query') ?? '', response]), asks);
  for (let answered = 0; answered < asks.length;) {
    const expected = Math.min(8, asks.length - answered);
    await waitUntil(
      'the next asks',
      () => waiting.length,
      (length) => length === expected,
    );
    most = Math.max(most, waiting.length);
    answered += waiting.length;
    for (const [query, response] of waiting.splice(0)) sendJson(response, vector([{}, Number(query.slice(6))]));
  }
  expect(most).toBe(8);
  expect(await answers).toEqual(
    asks.map((_, i) => ({ times: [1_700_000_000], series: [{ labels: {}, values: [i] }] })),
  );
});

test('an ask that fails takes none of the others with it', async () => {
  const answers = await ask(
    ({ form }, response) => {
      if (form.get('query') === 'bad') sendJson(response, { status: 'error', error: 'no' }, 422);
      else sendJson(response, vector([{}, 1]));
    },
    [instant('bad'), instant('up')],
  );
  expect(answers).toEqual([
    { failure: { kind: 'refused', status: 422, reason: 'no' } },
    { times: [1_700_000_000], series: [{ labels: {}, values: [1] }] },
  ]);
});

test.each<[string, object, object]>([
  ['more series than allowed', vector([{}, 1], [{ a: '1' }, 1]), { kind: 'too many series', series: 1 }],
  ['an error with status 200', { status: 'error', error: 'no' }, { kind: 'refused', status: 200, reason: 'no' }],
  ['JSON of another API', { message: 'hello' }, { kind: 'foreign', status: 200, isHtml: false }],
  ['a result of another form', { status: 'success', data: {} }, { kind: 'foreign', status: 200, isHtml: false }],
])('%s is a failure', async (_, answer, failure) => {
  const answers = await ask((_request, response) => sendJson(response, answer), [instant('up')], { maxSeries: 1 });
  expect(answers).toEqual([{ failure }]);
});

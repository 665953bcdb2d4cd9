import Fastify, { type FastifyInstance } from 'fastify';
import getPort from 'get-port';
import { startStore, type SeriesHistory, type Store } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { DEFAULT_QUERY, MEASURES, type MeasureQuery, type PanelQuery } from '@driftline/shared';
import { END, WINDOW, WINDOW_SECONDS } from '../../../shared/test/roads/exact-series.ts';
import { featureCases, featureSeries, modelRows } from '../../../shared/test/roads/feature-cases.ts';
import { histogramCases, histogramSeries } from '../../../shared/test/roads/histogram-cases.ts';
import { otherSeries } from '../../../shared/test/roads/other-cases.ts';
import { outcomeCases, outcomeSeries } from '../../../shared/test/roads/outcome-cases.ts';
import { retrainedCases, retrainedSeries } from '../../../shared/test/roads/retrained-cases.ts';
import { sweep } from '../../../shared/test/roads/sweep.ts';
import { serveDataSource } from '../../workbench/server/backend/routes.ts';
import { standInStore, sendJson, type Reply } from '../workbench/server/backend/stand-in-store.ts';
import { describeWithGo } from './describe-with-go.ts';
import { buildHost, startBackEnd, type RunningBackEnd } from './start-back-end.ts';

/** Queries in one request: as many as a full dashboard would never have. */
const TOGETHER = 60;
const UID = 'driftline';

/** What each measure is asked first, and some of the rest: all of it takes minutes. */
const FORMATS: readonly { readonly title: string; readonly fields: Partial<PanelQuery>; readonly every: number }[] = [
  { title: 'over a range', fields: {}, every: 20 },
  { title: 'at an instant', fields: { instant: true }, every: 8 },
  { title: 'as a table', fields: { format: 'table' }, every: 20 },
  { title: 'as a distribution', fields: { format: 'distribution' }, every: 20 },
  { title: 'as a confusion matrix', fields: { format: 'confusion' }, every: 20 },
];

/** What no query holds, or holds by mistake. */
const WRONG: readonly object[] = [
  { measure: 'made-up' },
  { measure: 3 },
  { where: 'income' },
  { where: { tenant: ['a'] } },
  { window: '0x' },
  { window: '' },
  { baseline: { kind: 'earlier' } },
  { baseline: { kind: 'never' } },
  { baseline: null, of: null },
  { of: { kind: 'histogram', selector: 'up{', edges: [1], by: [] }, baseline: { kind: 'earlier', offset: '1d' } },
  { of: { kind: 'histogram', selector: 'up', edges: [2, 1], by: ['le'] } },
  { significance: 2 },
  { schemaVersion: 99 },
  { show: 'numerator' },
  { format: 'csv' },
  { format: 'table', instant: true },
  {},
];

const QUERY: MeasureQuery = { ...DEFAULT_QUERY, window: WINDOW, minimumObservations: 0 };

const history = (): SeriesHistory[] => [
  ...modelRows(),
  ...featureCases().flatMap(featureSeries),
  ...outcomeCases().flatMap(outcomeSeries),
  ...histogramCases().flatMap(histogramSeries),
  ...otherSeries(),
  ...retrainedCases().flatMap(retrainedSeries),
];

/** Every measure with everything that it takes, and those that PromQL cannot express. */
const queries = (): MeasureQuery[] => [
  ...sweep(QUERY).map(({ query }) => query),
  ...MEASURES.filter(({ hasPromql }) => !hasPromql).map(({ id }) => ({ ...QUERY, measure: id })),
];

/** The same data source twice: in Go by the plugin protocol, and in Node. */
class Both {
  readonly #go: RunningBackEnd;
  readonly #node: FastifyInstance;
  readonly #nodeUrl: string;

  private constructor(go: RunningBackEnd, node: FastifyInstance, nodeUrl: string) {
    this.#go = go;
    this.#node = node;
    this.#nodeUrl = nodeUrl;
  }

  static async start(host: string, store: string, settings: Readonly<Record<string, unknown>> = {}): Promise<Both> {
    const node = Fastify();
    serveDataSource(node, { uid: UID, url: store, settings });
    const nodeUrl = await node.listen({ host: '127.0.0.1', port: 0 });
    return new Both(await startBackEnd(host, store, settings), node, nodeUrl);
  }

  async ask(path: string, init?: RequestInit): Promise<{ readonly go: unknown; readonly node: unknown }> {
    const [go, node] = await Promise.all(
      [this.#go.url, this.#nodeUrl].map(async (url) => {
        const response = await fetch(`${url}${path}`, init);
        return response.json() as Promise<unknown>;
      }),
    );
    return { go, node };
  }

  query(asked: readonly object[], headers: Record<string, string> = {}) {
    const body = JSON.stringify({
      from: String((END - 2 * WINDOW_SECONDS) * 1000),
      to: String(END * 1000),
      queries: asked.map((query, i) => ({
        refId: `Q${i}`,
        datasource: { uid: UID },
        intervalMs: 432_000_000,
        ...query,
      })),
    });
    return this.ask('/api/ds/query', {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  async stop(): Promise<void> {
    await Promise.all([this.#go.stop(), this.#node.close()]);
  }
}

describeWithGo('the back end in Go and the server of the workbench', () => {
  let host: Awaited<ReturnType<typeof buildHost>>;
  beforeAll(async () => {
    host = await buildHost();
  }, 600_000);
  afterAll(() => host.remove());

  describeWithStore('prometheus', 'give the same from a store', () => {
    let store: Store;
    let both: Both;
    beforeAll(async () => {
      store = await startStore({
        kind: 'prometheus',
        history: history(),
        extraArguments: ['--storage.tsdb.retention.time=1y'],
      });
      both = await Both.start(host.path, store.url);
    });
    afterAll(async () => {
      await both.stop();
      await store.close();
    });

    test.each(FORMATS)('every measure with everything it takes, $title', async ({ fields, every }) => {
      const whole = queries();
      const all = whole.filter(
        ({ measure }, i) => i % every === 0 || whole.findIndex((query) => query.measure === measure) === i,
      );
      let frames = 0;
      for (let i = 0; i < all.length; i += TOGETHER) {
        const { go, node } = await both.query(all.slice(i, i + TOGETHER).map((query) => ({ ...query, ...fields })));
        expectSame(go, node);
        frames += JSON.stringify(node).split('"schema"').length - 1;
      }
      expect(frames).toBeGreaterThan(all.length / 2);
    });

    test('queries that nobody can ask, beside one that can be asked', async () => {
      const { go, node } = await both.query([...WRONG, QUERY]);
      expectSame(go, node);
      expect(JSON.stringify(node)).toContain('There is no measure');
    });

    test('an alert rule', async () => {
      const { go, node } = await both.query([QUERY, {}, { ...QUERY, format: 'table' }], { FromAlert: 'true' });
      expectSame(go, node);
      expect(JSON.stringify(go)).toContain('numeric-multi');
    });

    test.each([
      'measures',
      'models',
      'versions?model=other',
      'features?model=nobody',
      'groups',
      'classes',
      'distributions',
      'edges?selector=up',
      'edges',
      'nothing',
    ])('the resource %s', async (path) => {
      const range = `from=${(END - 2 * WINDOW_SECONDS) * 1000}&to=${END * 1000}`;
      const separator = path.includes('?') ? '&' : '?';
      const { go, node } = await both.ask(`/api/datasources/uid/${UID}/resources/${path}${separator}${range}`);
      expect(go).toEqual(node);
    });

    test('the PromQL of a query', async () => {
      const init = { method: 'POST', body: JSON.stringify(QUERY), headers: { 'content-type': 'application/json' } };
      const { go, node } = await both.ask(`/api/datasources/uid/${UID}/resources/promql`, init);
      expect(go).toEqual(node);
      expect(go).toMatchObject({ isOne: true });
    });

    test('health', async () => {
      const { go, node } = await both.ask(`/api/datasources/uid/${UID}/health`);
      expect(go).toEqual(node);
    });
  });

  describe('fail in the same words', () => {
    const page: Reply = (_request, response) => {
      response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Log in</title>');
    };
    const status =
      (code: number, error?: string): Reply =>
      (_request, response) =>
        error === undefined
          ? void response.writeHead(code).end('no')
          : sendJson(response, { status: 'error', errorType: 'execution', error }, code);
    const long = Array.from({ length: 50 }, (_, i) => ({ metric: { model: `m${i}` }, value: [1, '1'] }));

    test.each<readonly [string, Reply, Readonly<Record<string, unknown>>]>([
      ['an HTML page', page, {}],
      ['no access', status(401, 'who are you'), {}],
      ['forbidden', status(403), {}],
      ['no API', status(404), {}],
      ['a query that is refused', status(422, 'query processing would load too many samples'), {}],
      ['too many requests', status(429), {}],
      ['a fault', status(500), {}],
      ['JSON of something else', (_request, response) => sendJson(response, { hello: 1 }), {}],
      ['a text', (_request, response) => void response.end('hello'), {}],
      ['nothing', (_request, response) => void response.end(), {}],
      [
        'a redirect',
        (_request, response) => void response.writeHead(302, { location: 'http://127.0.0.2:1/' }).end(),
        {},
      ],
      [
        'too many series',
        (_request, response) => sendJson(response, { status: 'success', data: { resultType: 'vector', result: long } }),
        { maxSeries: 10 },
      ],
      [
        'too large an answer',
        (_request, response) => sendJson(response, { status: 'success', data: { resultType: 'vector', result: long } }),
        { maxResponseMegabytes: 0.001 },
      ],
      ['settings that hold nothing useful', status(500), { labelFilters: [{ label: 'a-b' }] }],
      ['an answer too late', () => undefined, { timeout: 1 }],
    ])('%s', async (_title, reply, settings) => {
      const store = await standInStore(reply);
      const both = await Both.start(host.path, store.url, settings);
      try {
        for (const query of [{ instant: true }, {}]) {
          const { go, node } = await both.query([query]);
          expect(go).toEqual(node);
          expect(go).toMatchObject({ results: { Q0: { error: expect.any(String) as string } } });
        }
        const { go, node } = await both.ask(`/api/datasources/uid/${UID}/health`);
        expect(go).toEqual(node);
        expect(go).toMatchObject({ status: 'ERROR' });
      } finally {
        await both.stop();
        await store.close();
      }
    });

    test('no store', async () => {
      const both = await Both.start(host.path, `http://127.0.0.1:${await getPort({ host: '127.0.0.1' })}`);
      const { go, node } = await both.query([{}]);
      await both.stop();
      expect(go).toEqual(node);
      expect(JSON.stringify(go)).toContain('connection refused');
    });
  });
});

/** Last digits of transcendental functions differ between Go and V8. */
const RELATIVE = 1e-12;

/** The same frames, numbers but for their last digits. */
function expectSame(go: unknown, node: unknown): void {
  const differences: string[] = [];
  compare(go, node, '', differences);
  expect(differences.slice(0, 10)).toEqual([]);
}

function compare(one: unknown, other: unknown, path: string, differences: string[]): void {
  if (typeof one === 'number' && typeof other === 'number') {
    const scale = Math.max(Math.abs(one), Math.abs(other));
    // What is 0 but for rounding has no digits to compare.
    if (Math.abs(one - other) > RELATIVE * scale && scale > 1e-12) differences.push(`${path}: ${one} and ${other}`);
  } else if (isObject(one) && isObject(other)) {
    for (const key of new Set([...Object.keys(one), ...Object.keys(other)])) {
      compare(one[key], other[key], `${path}.${key}`, differences);
    }
  } else if (!Object.is(one, other)) {
    differences.push(`${path}: ${JSON.stringify(one)} and ${JSON.stringify(other)}`);
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

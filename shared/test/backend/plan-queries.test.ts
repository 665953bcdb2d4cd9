import fc from 'fast-check';
import type { Ask } from '../../src/backend/asks.ts';
import { planQueries, type AskedQuery, type PlannedQuery, type RefusedQuery } from '../../src/backend/plan-queries.ts';
import { plan } from '../../src/compiler/plan.ts';
import { MEASURES } from '../../src/measures/registry.ts';
import { queriesOf } from '../compiler/queries-of.ts';
import { parsePromql, textsOf } from '../parse-promql.ts';

const TIME = { from: 1_000_000, to: 1_600_000, intervalMs: 15_000 };

const asked = (model: unknown, refId = 'A'): AskedQuery => ({ ...TIME, refId, model });

function planned(query: PlannedQuery | RefusedQuery | undefined): PlannedQuery {
  if (query === undefined || 'error' in query) throw new Error(`refused: ${query?.error.message ?? 'nothing'}`);
  return query;
}

test('a range is asked on the grid of the interval, an instant and a table at its end', () => {
  const kinds = [{}, { instant: true }, { format: 'table' }].map(
    (fields) => planQueries({ settings: {}, queries: [asked({ measure: 'throughput', ...fields })] }).asks[0],
  );
  expect(kinds).toMatchObject([
    { kind: 'range', start: 990, end: 1590, step: 15 },
    { kind: 'instant', time: 1600 },
    { kind: 'instant', time: 1600 },
  ]);
});

test('annotations of crossings ask what the measure asks, at a tenth of the window or at the interval', () => {
  const steps = ['5m', '1m'].map((window) => {
    const model = { measure: 'psi', format: 'annotations', window };
    const { asks, queries } = planQueries({ settings: {}, queries: [asked(model)] });
    expect(planned(queries[0]).texts).toEqual(plan(planned(queries[0]).query));
    return [...new Set(asks.map((ask) => ask.kind === 'range' && ask.step))];
  });
  expect(steps).toEqual([[30], [15]]);
});

test('annotations of versions ask for reports of the range and the day before', () => {
  const model = { format: 'annotations', marks: 'versions', where: { model: ['income'], feature: ['age'] } };
  const { asks, queries } = planQueries({ settings: {}, queries: [asked(model)] });
  expect(asks).toMatchObject([
    { kind: 'instant', time: 1600, promql: expect.stringMatching(/^min by .*ml_model_name="income"}\)\[87000s:15s\]/) },
    { kind: 'instant', time: 1600, promql: expect.not.stringContaining('[') },
  ]);
  expect(planned(queries[0]).from).toBe(TIME.from);
});

test('queries share what they ask, and each knows its answers', () => {
  const queries = [
    asked({ measure: 'psi', instant: true }, 'A'),
    asked({ measure: 'js-distance', instant: true }, 'B'),
    asked({ measure: 'psi', instant: true }, 'C'),
  ];
  const { asks, queries: plans } = planQueries({ settings: {}, queries });
  const [a, b, c] = plans.map(planned);
  expect(c?.asks).toEqual(a?.asks);
  expect(b?.asks.filter((index) => a?.asks.includes(index)).length).toBeGreaterThan(0);
  expect(a?.asks.map((index) => asks[index])).toEqual(
    a?.texts.map((promql): Ask => ({ kind: 'instant', promql, time: 1600 })),
  );
  expect(a?.texts).toEqual(plan({ ...(a as PlannedQuery).query }));
});

test('a query that cannot be asked fails alone', () => {
  const { queries } = planQueries({ settings: {}, queries: [asked({ measure: 'pis' }, 'A'), asked({}, 'B')] });
  expect(queries).toMatchObject([
    { refId: 'A', error: { status: 400, source: 'plugin', message: expect.stringContaining('"pis"') } },
    { refId: 'B', query: { measure: 'psi' } },
  ]);
});

test('with settings that hold nothing sensible nothing is asked', () => {
  const { asks, queries } = planQueries({ settings: { labelFilters: 'x' }, queries: [asked({}, 'A'), asked({}, 'B')] });
  expect(asks).toEqual([]);
  expect(queries.map((query) => 'error' in query && query.error.status)).toEqual([400, 400]);
});

test('windows of Grafana are filled in, and an alert rule gets instants', () => {
  const window = '$__rate_interval';
  const { asks } = planQueries({ settings: {}, forAlert: true, queries: [asked({ measure: 'throughput', window })] });
  expect(asks).toMatchObject([{ kind: 'instant', promql: expect.stringContaining('[60s]') }]);
});

describe('the matchers of the settings', () => {
  const settings = { labelFilters: [{ label: 'team', operator: '=', value: 'credit' }] };

  /** Selectors of the asks without the enforced matcher, and how many selectors there are. */
  function unfiltered(model: unknown): { without: string[]; selectors: number } {
    const { asks } = planQueries({ settings, queries: [asked(model)] });
    const selectors = asks.flatMap((ask) =>
      textsOf(parsePromql(ask.kind === 'labels' ? ask.selector : ask.promql), 'VectorSelector'),
    );
    const without = selectors.filter(
      (selector) => !textsOf(parsePromql(selector), 'UnquotedLabelMatcher').includes('team="credit"'),
    );
    return { without, selectors: selectors.length };
  }

  test.each(MEASURES.map((measure) => [measure.id, measure] as const))(
    'stand in every selector that %s asks for',
    (_, measure) => {
      for (const query of queriesOf(measure)) {
        const { without, selectors } = unfiltered(query);
        expect(without).toEqual([]);
        expect(selectors).toBeGreaterThan(0);
      }
    },
  );

  /** Texts that try to leave the place where they stand. */
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      '"} or up{a="',
      'a"} or on() {__name__=~".+',
      'x\\',
      '\\"} or vector(1) #',
      'team="other"',
      'income\n} or up',
      '.*',
    ),
  );
  const names = fc.array(hostile, { maxLength: 3 });
  const selector = fc.oneof(
    hostile,
    fc.constantFrom('h', 'h{team="other"}', 'h{team!="credit"}', 'h or up', 'h[5m]', '{__name__=~".+"}', 'sum(h)'),
  );
  const model = fc.record(
    {
      measure: fc.oneof(fc.constantFrom(...MEASURES.map(({ id }) => id as string)), hostile),
      where: fc.record(
        { model: names, version: names, feature: names, group: names, profile: names },
        { requiredKeys: [] },
      ),
      window: fc.oneof(fc.constantFrom('5m', '1h', '$__range', '${__interval}', '5m] or up[1m'), hostile),
      baseline: fc.oneof(
        fc.constant({ kind: 'reference' }),
        fc.record({ kind: fc.constant('earlier'), offset: fc.oneof(fc.constantFrom('1d', '1d) or (up'), hostile) }),
        fc.record({ kind: fc.constant('version'), version: hostile }),
        fc.record({ kind: fc.constant('selector'), selector }),
      ),
      of: fc.oneof(
        fc.constantFrom({ kind: 'features' }, { kind: 'prediction' }),
        fc.record({
          kind: fc.constant('histogram'),
          selector,
          edges: fc
            .uniqueArray(fc.integer({ min: -5, max: 5 }), { minLength: 1 })
            .map((edges) => edges.sort((a, b) => a - b)),
          by: fc.array(fc.oneof(fc.constantFrom('job', 'team'), hostile), { maxLength: 2 }),
          native: fc.boolean(),
        }),
      ),
      favorable: hostile,
      privileged: hostile,
      compare: fc.constantFrom('extremes', 'pairwise'),
      average: fc.constantFrom('favorable', 'macro', 'weighted'),
      instant: fc.boolean(),
      format: fc.constantFrom('timeseries', 'table'),
      significance: fc.constantFrom(0.01, 0.05),
    },
    { requiredKeys: ['measure'] },
  );

  test('stand in every selector, whatever a query says', () => {
    let selectors = 0;
    fc.assert(
      fc.property(model, (query) => {
        const found = unfiltered(query);
        selectors += found.selectors;
        expect(found.without).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    // Most hostile queries are refused; enough of them are asked.
    expect(selectors).toBeGreaterThan(100);
  });
});

test('label filters of a query stand in what it asks, beside those of the settings, and in no other query', () => {
  const filter = (label: string) => ({ label, operator: '=', value: '1' });
  const { asks, queries } = planQueries({
    settings: { labelFilters: [filter('team')] },
    queries: [asked({ measure: 'throughput', labelFilters: [filter('zone')] }), asked({ measure: 'throughput' }, 'B')],
  });
  const texts = asks.map((ask) => ('promql' in ask ? ask.promql : ''));
  const [own, other] = queries.map((query) => planned(query).asks.map((index) => texts[index]));
  expect(own).toEqual([expect.stringContaining('team="1", zone="1"')]);
  expect(other).toEqual([expect.not.stringContaining('zone')]);
  expect(planned(queries[0]).enforced).toEqual(own);
});

import { readFileSync } from 'node:fs';
import { startStore, storeApi, type SeriesHistory, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { compile, DEFAULT_QUERY, evaluate, plan, type MeasureQuery, type ReferenceProfile } from '@driftline/shared';
import { buildProfile } from '../../src/profile/build-profile.ts';
import { recordedHistory } from '../recorded-history.ts';
import { caseFile } from './replay.ts';

const FILE = caseFile('pairwise-groups.csv');
const WINDOW_SECONDS = 3600;
const END = Math.floor(Date.now() / 1000) - 600;

/** Rows of the case as a service meets them; a person without a group and one of an unknown group come on top. */
const ROWS = [
  ...readFileSync(FILE, 'utf8')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','))
    .map(([age, group, approved]) => ({ age: Number(age), group, approved })),
  { age: 30, group: undefined, approved: '0' },
  { age: 30, group: 'never seen', approved: '0' },
];

const warnings: string[] = [];
let profile: ReferenceProfile;
let history: SeriesHistory[];

beforeAll(async () => {
  profile = await buildProfile(
    {
      model: 'loans',
      version: '1',
      label: 'approved',
      favorable: '1',
      groups: ['group'],
      privileged: { group: 'a' },
      bins: 10,
      maxCategories: 50,
    },
    { paths: [FILE], warn: (sentence) => warnings.push(sentence) },
  );
  history = await recorded(profile);
});

/** What a service exports before the first row and after the last one. */
function recorded(of: ReferenceProfile): Promise<SeriesHistory[]> {
  // Prometheus leaves out what lies on the beginning of a window.
  return recordedHistory([of], { start: END - WINDOW_SECONDS + 1, end: END }, ([monitor]) => {
    for (const { approved, ...features } of ROWS) {
      monitor?.record({ features, prediction: approved });
      monitor?.recordOutcome({ prediction: approved, actual: approved, groups: features });
    }
  });
}

test('a group that is small in training is named, and not listed in the profile', () => {
  expect(profile.groups).toMatchObject([
    { attribute: 'group', values: ['a', 'b', 'c'], counts: [400, 300, 200], minimumSize: 10, privileged: 'a' },
  ]);
  expect(warnings).toEqual(['Group group=d has 6 training rows, fewer than 10: it is counted in other.']);
});

describe.each<StoreKind>(['prometheus', 'victoria-metrics'])('%s', (kind) => {
  describeWithStore(kind, 'groups of different sizes', () => {
    let store: Store;

    beforeAll(async () => {
      store = await startStore({ kind, history });
    });

    afterAll(() => store.close());

    /** Values by group, or by attribute where there is no group, computed in the store and from its counts. */
    const roads = async (change: Partial<MeasureQuery>): Promise<Record<string, number>[]> => {
      const query: MeasureQuery = { ...DEFAULT_QUERY, window: `${WINDOW_SECONDS}s`, minimumObservations: 0, ...change };
      const api = storeApi(store.url);
      const named = (labels: Readonly<Record<string, string>>): string => labels['ml_group_value'] ?? 'all';
      const { series } = await api.query(compile(query).promql, END);
      const answers = await Promise.all(plan(query).map(async (text) => [text, await api.query(text, END)] as const));
      const frames = evaluate(query, {
        times: [END],
        series: new Map(answers.map(([text, answer]) => [text, answer.series])),
      });
      const { show = 'value' } = query;
      return [
        Object.fromEntries(series.map(({ labels, values }) => [named(labels), values[0] ?? NaN])),
        Object.fromEntries(
          frames
            .map(({ labels, values }) => [named(labels), values[show]?.[0] ?? NaN] as const)
            .filter(([, value]) => !Number.isNaN(value)),
        ),
      ];
    };

    test.each<[string, Partial<MeasureQuery>, Record<string, number>]>([
      ['each group with that of the profile', {}, { b: 0.75, c: 0.9666667 }],
      ['each group with another', { privileged: 'c' }, { a: 1.0344828, b: 0.7758621 }],
      ['the extremes', { compare: 'extremes' }, { all: 0.75 }],
      ['with enough people in one group only', { minimumObservations: 390 }, {}],
    ])('disparate impact: %s', async (_how, change, expected) => {
      for (const road of await roads({ measure: 'disparate-impact', ...change })) {
        expect(Object.keys(road).sort()).toEqual(Object.keys(expected).sort());
        for (const [group, value] of Object.entries(expected)) expect(road[group]).toBeCloseTo(value, 6);
      }
    });

    test.each(['equal-opportunity-difference', 'equalized-odds-difference', 'predictive-parity-difference'])(
      '%s compares the same groups',
      async (measure) => {
        for (const road of await roads({ measure, compare: 'pairwise' })) expect(road).toEqual({ b: 0, c: 0 });
      },
    );

    test('a group of seven has no rate and no count, however few observations are asked for', async () => {
      for (const show of ['value', 'observations', 'numerator', 'lower', 'upper'] as const) {
        for (const road of await roads({ measure: 'selection-rate', show })) {
          expect(Object.keys(road).sort()).toEqual(['a', 'b', 'c']);
        }
      }
    });
  });
});

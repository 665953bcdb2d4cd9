import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { startStore, storeApi, type SeriesHistory, type Store, type StoreKind } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { ATTRIBUTES, gaugeSeries, METRICS } from '@driftline/shared';
import { examine, type Examination } from '../../src/doctor/examine.ts';
import type { StoreClient } from '../../src/doctor/store-client.ts';
import {
  age,
  calls,
  END,
  feature,
  groups,
  model,
  outcomeProblem,
  outcomes,
  predictions,
  referenceRows,
  restarting,
  rising,
  series,
  sharedByFour,
  startOfRestarting,
  steady,
  work,
  type ModelParts,
} from './history.ts';

/** Findings that are no fine ones, as `mark what: detail`. */
type Expected = readonly (string | RegExp)[];

interface Case {
  readonly name: string;
  readonly what: string;
  readonly history: readonly SeriesHistory[];
  readonly expected: Expected;
}

const casesOf = (name: string, what: string, parts: readonly ModelParts[], expected: Expected): Case => ({
  name,
  what,
  history: parts.flatMap((each) => model(name, each)),
  expected,
});
const none = steady(0);
const twoReplicas = [{ instance: 'a:1' }, { instance: 'b:1' }];
const MANY_BINS = Object.fromEntries(Array.from({ length: 50 }, (_, i) => [`c${i}`, [0.02, rising(0.02)]] as const));
const HOSTILE = 'a"} or vector(1) #\u001b[31m\n{\\';
const profileRows = (id: string) => ({ ...referenceRows(), labels: { ml_profile_id: id } });
const performance = series(
  gaugeSeries(METRICS.referencePerformance),
  { [ATTRIBUTES.performanceMeasure]: 'accuracy' },
  steady(0.8),
);

const CASES: readonly Case[] = [
  casesOf('healthy', 'a healthy model', [{}], []),
  casesOf(
    'healthy-twice',
    'a healthy model of two replicas',
    twoReplicas.map((replica) => ({ replica })),
    [],
  ),
  casesOf(
    'with-outcomes',
    'outcomes that come',
    [{ outcomes: [outcomes(rising()), outcomeProblem('unmatched', rising(0.1)), performance] }],
    [],
  ),
  casesOf(
    'as-in-training',
    'a feature as empty and another as scattered as in training',
    [
      {
        age: age({ shape: rising(0.015), missing: [0.97, rising(0.97)] }),
        work: work({ bins: { Private: [0.05, rising(0.05)], other: [0.95, rising(0.95)] } }),
      },
    ],
    [],
  ),
  casesOf(
    'missing-age',
    'a feature that is always missing',
    [{ age: age({ shape: none, missing: [0.02, rising()] }) }],
    [
      /^wrong missing features: 1 of 2 features nearly always missing, unlike in the training data: "age" \(100 % of (299|300|301), training 2 %\)\. Pass them/,
    ],
  ),
  casesOf(
    'text-age',
    'a numeric feature that is always invalid',
    [{ age: age({ shape: none, invalid: rising() }) }],
    [/^wrong numeric features: 1 of 2 .* nearly always invalid: "age" \(100 % of \d+, .* --categorical/],
  ),
  casesOf(
    'object-work',
    'a categorical feature that is always invalid',
    [{ work: work({ shape: none, invalid: rising() }) }],
    [/^wrong categorical features: 1 of 2 .*: "work" \(100 % of \d+, .*not objects/],
  ),
  casesOf(
    'moon-work',
    'a categorical feature that is always in other',
    [{ work: work({ bins: { Private: [0.9, none], other: [0.1, rising()] } }) }],
    [/^wrong unseen categories: 1 of 2 .*: "work" \(100 % of \d+, training 10 %\)\. Pass the categories/],
  ),
  casesOf(
    'silent-age',
    'a feature of the profile whose counts do not arrive',
    [{ age: age().filter(({ name }) => name.startsWith('ml_reference_')) }],
    [/^wrong silent features: 1 features of the profile have no row, and 1 have: "age"\. Look for what drops/],
  ),
  casesOf(
    HOSTILE,
    'a hostile model with many hostile features',
    [
      {
        more: Array.from({ length: 42 }, (_, i) =>
          feature(`${HOSTILE}${i}`, { bins: { all: [1, none] }, missing: [0, rising()] }),
        ).flat(),
      },
    ],
    [/^wrong missing features: 42 of 44 .*"a\\"\} or vector\(1\) #\\u001b\[31m\\n\{\\\\0" .* and 37 more\./],
  ),
  casesOf(
    'no-features',
    'predictions without features',
    [{ age: age({ shape: none }), work: work({ shape: none }) }],
    [
      /^wrong rows of features: about (299|300|301) predictions and (299|300|301) calls in 5m, and no row of features: pass/,
    ],
  ),
  casesOf(
    'no-predictions',
    'features without predictions',
    [{ predictions: predictions({ no: none, yes: none, other: none }) }],
    [/^wrong predictions: about (299|300|301) rows of features in 5m, and no prediction: pass/],
  ),
  casesOf(
    'failing',
    'calls that all fail',
    [
      {
        age: age({ shape: none }),
        work: work({ shape: none }),
        predictions: predictions({ no: none, yes: none }),
        calls: [calls(rising(), { [ATTRIBUTES.errorType]: 'TypeError' })],
      },
    ],
    [/^missing traffic: no row in 5m/, /^wrong calls: all of about (299|300|301) calls in 5m failed \(TypeError\)/],
  ),
  casesOf(
    'sigmoid',
    'predictions of no known class',
    [{ predictions: predictions({ no: rising(0.4), yes: rising(0.4), other: rising(0.2) }) }],
    [
      /^wrong unknown classes: 20 % of (299|300|301) predictions are none of the profile's classes .*training 0 %\)\. Record/,
    ],
  ),
  casesOf(
    'other-groups',
    'predictions of no known group',
    [{ groups: groups({ Female: rising(0.1), other: rising(0.5), missing: rising(0.4) }) }],
    [/^wrong unknown groups: most predictions .*: "sex" \(90 % of (299|300|301)\)\. Pass/],
  ),
  casesOf(
    'two-ids',
    'two profiles under one version',
    twoReplicas.map((replica, i) => ({ replica, reference: [profileRows(`id${i}`)] })),
    [/^wrong two references: replicas report 2 profiles \(ml_profile_id\) at the same time: id0 \(1\) and id1 \(1\)\./],
  ),
  casesOf(
    'one-id',
    'one profile in two replicas',
    twoReplicas.map((replica) => ({ replica, reference: [profileRows('id')] })),
    [],
  ),
  casesOf(
    'two-sizes',
    'two profiles without an identity',
    twoReplicas.map((replica, i) => ({ replica, reference: [referenceRows(1000 + i)] })),
    [/^wrong two references: replicas report 1000 and 1001 training rows\. This is right while/],
  ),
  casesOf(
    'two-bins',
    'two profiles of one size',
    twoReplicas.map((replica, i) => ({
      replica,
      age: age({ bins: { [`≤${i}`]: [0.5, rising()], [`>${i}`]: [0.5, rising()] } }),
    })),
    [/^wrong two references: replicas report different shares or bins of "age"\./],
  ),
  casesOf(
    'cluster',
    'workers that share a port',
    [
      {
        age: age({ shape: sharedByFour }),
        predictions: predictions({ no: sharedByFour, yes: sharedByFour }),
        modelless: Array.from({ length: 4 }, (_, i) => ({
          ...series('target_info', {}, steady(1)),
          labels: { service_instance_id: `worker ${i}` },
        })),
      },
    ],
    [
      /^wrong counts that jump: counts fall again and again in 5m, .*: cluster:9464 \([45] times, 4 processes\)\. Several/,
    ],
  ),
  casesOf(
    'crashing',
    'a process that restarts',
    [{ age: age({ shape: restarting }), modelless: [series('process_start_time_seconds', {}, startOfRestarting)] }],
    [/^note restarts: in 5m: crashing:9464 \([45] times\)\. Look for crashes\.$/],
  ),
  casesOf(
    'unmatched',
    'outcomes that match nothing',
    [{ outcomes: [outcomes(rising(0.05)), outcomeProblem('unmatched', rising(0.95))] }],
    [/^wrong outcomes: 95 % of (299|300|301) are unmatched: no prediction with that id/],
  ),
  casesOf(
    'unknown-outcomes',
    'outcomes of classes that nobody knows',
    [{ outcomes: [outcomes(rising()), outcomeProblem('unknown_class', rising(0.1))] }],
    [/^wrong outcomes: 10 % of (299|300|301) are unknown_class: pass the classes of the profile/],
  ),
  casesOf(
    'repeated',
    'outcomes that come twice',
    [{ outcomes: [outcomes(rising()), outcomeProblem('repeated', rising())] }],
    [/^wrong outcomes: 50 % of (598|599|600|601|602) are repeated: .*are not counted again/],
  ),
  casesOf(
    'replaced',
    'predictions with an identifier that another has',
    [{ outcomes: [outcomes(none), outcomeProblem('replaced', rising())] }],
    [/^wrong outcomes: 100 % of (299|300|301) are replaced: .*an id of its own/],
  ),
  casesOf(
    'expired',
    'predictions that expire before their outcome',
    [{ outcomes: [outcomes(none), outcomeProblem('expired', rising())] }],
    [/^wrong outcomes: 100 % of (299|300|301) are expired: .*pendingTimeToLiveMs/],
  ),
  casesOf(
    'asked-for',
    'no outcome, though the profile has a baseline',
    [{ outcomes: [outcomes(none), performance] }],
    [/^wrong outcomes: none, though the profile has the baseline of 1 measures of performance: call recordOutcome/],
  ),
  casesOf(
    'earlier',
    'outcomes before the window only',
    [{ outcomes: [outcomes(steady(70)), performance] }],
    ['note outcomes: none in 5m, 70 before: choose a window in which some come.'],
  ),
  casesOf(
    'ahead',
    'a clock that is ahead',
    [{ until: -600 }],
    [/^wrong clock: the newest sample lies 10m in the future: set the clocks/],
  ),
  casesOf(
    'late',
    'samples that come late',
    [{ until: 240, age: age({ shape: rising(5) }), work: work({ shape: rising(5) }) }],
    [/^note clock: the newest sample is 4m old, with a window of 5m: the service or its scrape has stopped/],
  ),
  casesOf(
    'gone',
    'a service that has stopped',
    [{ until: 1200 }],
    ['wrong newest sample: is 20m old: start the service again, or look at its scrape or export.'],
  ),
  casesOf(
    'rare-samples',
    'an interval of more than half the window',
    [{ step: 200 }],
    [/^wrong interval: a sample about every [34]m, and a window of 5m needs 2: .* windows of 1[1-5]m or more/],
  ),
  casesOf(
    'slow',
    'too few rows for the window',
    [{ age: age({ shape: rising(0.1) }), work: work({ shape: rising(0.1) }) }],
    [/^note traffic: about (59|60|61) rows in 5m, and a measure needs 200: choose a window of 17m or more\.$/],
  ),
  casesOf(
    'very-slow',
    'too few rows for the window of alerts',
    [{ age: age({ shape: rising(0.01) }), work: work({ shape: rising(0.01) }) }],
    [
      /^wrong traffic: about 6 rows in 5m, .* a window of 3h or more, for alerts too \(driftline rules --window 3h, default 1h\)/,
    ],
  ),
  casesOf(
    'many-bins',
    'too few rows for the bins of a feature',
    [{ work: work({ bins: MANY_BINS }) }],
    [
      /^note traffic: about (299|300|301) rows in 5m, and the drift of "work" needs 1000 values, 20 for each bin: choose a window of 17m or more\.$/,
    ],
  ),
  casesOf(
    'fresh',
    'a service that has just started',
    [{ from: 60 }],
    [/^note traffic: about \d+ rows in 5m, and a measure needs 200: choose a window of [2345]m or more\.$/],
  ),
  casesOf(
    'overflow',
    'the limit of the SDK',
    [{ modelless: [{ ...series('ml_outcomes_total', {}, rising()), labels: { otel_metric_overflow: 'true' } }] }],
    [/^wrong limit of the SDK: the SDK's limit of label sets is reached in ml_outcomes_total, and counts/],
  ),
  casesOf(
    'nameless',
    'a replica without an instance',
    [{ replica: { job: 'service' } }],
    [/^missing replicas: 1 of 1 have no instance: set service\.instance\.id/],
  ),
];

/** A model of which one version has stopped and another reports. */
const RETIRED = [...model('renewed', { version: '1', until: 1200 }), ...model('renewed', { version: '2' })];

const textsOf = ({ findings }: Examination): string[] =>
  findings
    .filter(({ state }) => state !== 'here' && state !== 'absent')
    .map(({ what, state, detail }) => `${state} ${what}: ${detail}`);

test('the README explains every finding', () => {
  const readme = readFileSync(fileURLToPath(new URL('../../README.md', import.meta.url)), 'utf8');
  const explained = [...readme.matchAll(/^\| `([\w ]+)` +\|.*\|.*\|$/gm)].map(([, what]) => what);
  const expected = CASES.flatMap((each) => each.expected).map(
    (each) => /(?:note|wrong|missing) ([\w ]+):/.exec(typeof each === 'string' ? each : each.source)?.[1],
  );
  expect(explained).toEqual(expect.arrayContaining([...new Set(expected)]));
});

describe.each<StoreKind>(['prometheus', 'victoria-metrics'])('%s', (kind) => {
  describeWithStore(kind, 'what the doctor finds', () => {
    let store: Store;
    let found: Examination[];
    let queries = 0;
    /** The store at the end of the history. */
    const client: StoreClient = {
      query: (promql) => {
        queries++;
        return storeApi(store.url).query(promql, END);
      },
    };

    beforeAll(async () => {
      store = await startStore({ kind, history: [...CASES.flatMap(({ history }) => history), ...RETIRED] });
      found = await examine(client, '5m');
    });

    afterAll(() => store.close());

    test.each(CASES.map((each) => [each.what, each] as const))('%s', (_what, { name, expected }) => {
      const mine = found.filter(({ model }) => model === name);
      expect(mine).toHaveLength(1);
      expect(mine.flatMap(textsOf)).toEqual(
        expected.map((each) => (typeof each === 'string' ? each : (expect.stringMatching(each) as unknown as string))),
      );
    });

    test('a version that has stopped is absent while another one reports', () => {
      expect(
        found.filter(({ model }) => model === 'renewed').map(({ version, findings }) => [version, findings]),
      ).toEqual([
        ['2', expect.not.arrayContaining([expect.objectContaining({ state: 'wrong' })])],
        ['1', [{ what: 'newest sample', state: 'absent', detail: 'is 20m old: another version reports now.' }]],
      ]);
    });

    test('the number of queries does not depend on that of models and features', () => {
      expect(queries).toBeLessThan(35);
    });

    test('one model can be looked at alone, whatever its name', async () => {
      expect((await examine(client, '5m', HOSTILE)).map(({ model }) => model)).toEqual([HOSTILE]);
    });

    test('a sample that is older than the window is a fault', async () => {
      const [late] = await examine(client, '2m', 'late');
      expect(late?.findings).toContainEqual({
        what: 'clock',
        state: 'wrong',
        detail: expect.stringMatching(/^the newest sample is 4m old, with a window of 2m/) as unknown,
      });
    });
  });
});

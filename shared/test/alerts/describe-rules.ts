import { describeWithStore } from '@driftline/local-store/testing';
import {
  ATTRIBUTES,
  counterSeries,
  DEFAULT_RULE_OPTIONS,
  gaugeSeries,
  MEASURES,
  METRICS,
  prometheusRules,
  recordedName,
  type Measure,
  type MeasureId,
  type PrometheusRules,
  type RuleOptions,
} from '../../src/index.ts';
import { storedLabels } from '../stored-labels.ts';
import { openPromtool, type Promtool } from './promtool.ts';
import { labelsOfAlert, trafficOf, type Steady } from './traffic-of.ts';

/** Of each phase: the long window is an hour. */
const MINUTES = 85;
/** So much that noise is far below a hundredth of a limit. */
const BUSY = 100_000_000;
/** Below the minimum of 200 observations in the long window. */
const QUIET = 2;

const ALERTED = MEASURES.filter(({ thresholds }) => thresholds !== undefined);
const WITH_LIMITS = ALERTED.filter(({ thresholds }) => thresholds?.event === undefined);
const rulesOf = (measures: readonly Measure<MeasureId>[], options: Partial<RuleOptions> = {}): PrometheusRules =>
  prometheusRules({
    ...DEFAULT_RULE_OPTIONS,
    ...options,
    alerts: new Map(measures.map(({ id }) => [id, undefined])),
    runbooks: 'https://wiki.invalid/measures.md',
  });
const RULES = rulesOf(ALERTED);

/** What promtool is told of one alert: its series, and at which minutes it has to fire. */
interface Story {
  readonly title: string;
  readonly measure: Measure<MeasureId>;
  readonly phases: readonly (readonly Steady[])[];
  readonly fires: Readonly<Record<string, boolean>>;
  /** Labels of the alert besides those of its measure. */
  readonly alertLabels?: Readonly<Record<string, string>>;
}

/** The same series as the replicas with one profile report them. */
function withProfile(traffic: readonly Steady[], id: string): Steady[] {
  return traffic.map((each) => ({ ...each, series: each.series.replace('{', `{ml_profile_id="${id}",`) }));
}

/** In the middle of a deployment, one profile of a version is beyond the limit, and the other one within it. */
function storyOfTwoProfiles(measure: Measure<MeasureId>): Story {
  const { critical = NaN } = measure.thresholds ?? {};
  const of = (factor: number, id: string): Steady[] => withProfile(trafficOf(measure.id, critical * factor, BUSY), id);
  return {
    title: 'fires for the one profile of a version that is beyond',
    measure,
    phases: [[...of(0.99, 'aaaaaaaa'), ...of(1.01, 'bbbbbbbb')]],
    fires: { '30m': true, '80m': true },
    alertLabels: { ml_profile_id: 'bbbbbbbb' },
  };
}

function storiesOf(measure: Measure<MeasureId>): Story[] {
  const { critical = NaN, side = 'above' } = measure.thresholds ?? { critical: NaN };
  const beyond = beyondLimitOf(measure);
  const before = side === 'above' ? critical * 0.99 : critical * 1.01;
  const within = side === 'above' ? critical * 0.75 : critical * 1.2;
  const of = (value: number, perMinute = BUSY): Steady[] => trafficOf(measure.id, value, perMinute);
  return [
    { title: 'silent just before', measure, phases: [of(before)], fires: { '30m': false, '70m': false } },
    { title: 'silent at low traffic', measure, phases: [of(beyond, QUIET)], fires: { '30m': false, '70m': false } },
    {
      title: 'fires just beyond, and resolves',
      measure,
      phases: [of(beyond), of(within)],
      // The long window is still beyond the limit when the short one is within it again.
      fires: { '3m': false, '30m': true, '85m': true, '93m': false, '150m': false },
    },
  ];
}

/** Just on the wrong side of the critical limit. */
function beyondLimitOf({ thresholds }: Measure): number {
  const { critical = NaN, side = 'above' } = thresholds ?? {};
  return side === 'above' ? critical * 1.01 : critical * 0.99;
}

/** Beyond the limit, and then without an observation. */
function endingOf(measure: Measure<MeasureId>): Steady[][] {
  return [BUSY, 0].map((perMinute) => trafficOf(measure.id, beyondLimitOf(measure), perMinute));
}

function storyWithoutTraffic(measure: Measure<MeasureId>): Story {
  // The long window is beyond the limit for most of an hour, and the short one has no value.
  return {
    title: 'ends without traffic',
    measure,
    phases: endingOf(measure),
    fires: { '85m': true, '90m': true, '95m': false, '150m': false },
  };
}

/** A model that runs in batches: its rules, and when its alert fires. */
function storyOfBatches(measure: Measure<MeasureId>): Story {
  const phases = endingOf(measure);
  return { title: 'holds between runs', measure, phases, fires: { '85m': true, '125m': true, '165m': false } };
}

/** Values in promtool's notation: phases of so many minutes, one after the other. */
function valuesOf(phases: Story['phases'], at: number): string {
  let level = 0;
  return phases
    .map((phase) => {
      const { perMinute, gauge } = phase[at] as Steady;
      if (gauge !== undefined) return `${gauge}x${MINUTES}`;
      const start = level;
      level += (perMinute as number) * (MINUTES + 1);
      return `${start}+${perMinute}x${MINUTES}`;
    })
    .join(' ');
}

function testOf({ title, measure, phases, fires, alertLabels }: Story): object {
  const { alert: alertname = 'none', labels: ownLabels = {} } = criticalRuleOf(measure) ?? {};
  const labels = {
    alertname,
    alertstate: 'firing',
    ...ownLabels,
    ...labelsOfAlert(measure.id),
    ...alertLabels,
  };
  const series = Object.entries(labels).map(([label, value]) => `${label}="${value}"`);
  return {
    name: `${measure.id}: ${title}`,
    interval: '1m',
    input_series: (phases[0] ?? []).map((each, i) => ({ series: each.series, values: valuesOf(phases, i) })),
    promql_expr_test: Object.entries(fires).map(([eval_time, firing]) => ({
      expr: `ALERTS{alertname="${alertname}", alertstate="firing"}`,
      eval_time,
      exp_samples: firing ? [{ labels: `ALERTS{${series.join(', ')}}`, value: 1 }] : [],
    })),
  };
}

/** The rule that fires at the critical limit of a measure: the one that reads what the measure is recorded as. */
function criticalRuleOf({ id, thresholds }: Measure) {
  const part = thresholds?.of === 'excess' ? 'excess-lower' : undefined;
  const { longWindow, shortWindow } = DEFAULT_RULE_OPTIONS;
  const recorded = recordedName(id, thresholds?.event === undefined ? longWindow : shortWindow, part);
  return RULES.groups
    .flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule] : [])))
    .find(
      ({ expr, labels }) =>
        labels['severity'] === 'critical' && (expr.startsWith(`${recorded} `) || expr.startsWith(`abs(${recorded}) `)),
    );
}

const MODEL = { [ATTRIBUTES.modelName]: 'income', [ATTRIBUTES.modelVersion]: '1' };

const stored = (name: string, attributes: Parameters<typeof storedLabels>[0]): string =>
  `${name}{${Object.entries(storedLabels(attributes))
    .map(([label, value]) => `${label}="${value}"`)
    .join(',')}}`;

/** A problem of a model as a whole, with its series in promtool's notation. */
interface Event {
  readonly measure: MeasureId;
  readonly title: string;
  readonly series: Readonly<Record<string, string>>;
  readonly fires: Readonly<Record<string, boolean>>;
  readonly labels: Readonly<Record<string, string>>;
  readonly options?: Partial<RuleOptions>;
}

const PREDICTIONS = stored(counterSeries(METRICS.predictions), { ...MODEL, [ATTRIBUTES.predictionClass]: 'yes' });
const NEXT_VERSION = stored(counterSeries(METRICS.predictions), {
  [ATTRIBUTES.modelName]: 'income',
  [ATTRIBUTES.modelVersion]: '2',
  [ATTRIBUTES.predictionClass]: 'yes',
});
const ROWS = stored(gaugeSeries(METRICS.referenceRows), MODEL);
const IN_BIN = { ...MODEL, [ATTRIBUTES.featureName]: 'age', [ATTRIBUTES.featureBin]: '≤25' };
const OF_MODEL = { ml_model_name: 'income' };

/** 100 predictions a minute for an hour, none for an hour, 100 a minute again. */
const INTERRUPTED = '0+100x60 6000x60 6000+100x60';
/** A sample a minute for an hour, none for an hour, and again. */
const VANISHED = '1x60 _x60 1x60';

const EVENTS: readonly Event[] = [
  {
    measure: 'no-traffic',
    title: 'fires without predictions, and resolves with the first',
    series: { [PREDICTIONS]: INTERRUPTED, [ROWS]: '1x182' },
    fires: { '60m': false, '67m': false, '80m': true, '121m': true, '127m': false },
    labels: OF_MODEL,
  },
  {
    measure: 'no-traffic',
    title: 'is silent of a version that another one has replaced',
    series: { [PREDICTIONS]: '0+100x60 6000x60', [NEXT_VERSION]: '0x60 0+100x60', [ROWS]: '1x122' },
    fires: { '80m': false, '110m': false },
    labels: OF_MODEL,
  },
  {
    measure: 'no-traffic',
    title: 'is silent where minutes without a prediction are usual',
    series: { [PREDICTIONS]: '0+1x60 60x60', [ROWS]: '1x122' },
    fires: { '80m': false, '110m': false },
    labels: OF_MODEL,
  },
  {
    measure: 'no-traffic',
    title: 'is silent where telemetry is lost',
    series: { [PREDICTIONS]: '0+100x60 _x60', [ROWS]: VANISHED },
    fires: { '80m': false, '110m': false },
    labels: OF_MODEL,
  },
  {
    measure: 'no-traffic',
    title: 'is silent between batches',
    series: { [PREDICTIONS]: INTERRUPTED, [ROWS]: '1x182' },
    fires: { '80m': false },
    labels: OF_MODEL,
    options: { batchModels: ['income'] },
  },
  {
    measure: 'telemetry-lost',
    title: 'fires when the series vanish, and resolves when they are back',
    series: { [PREDICTIONS]: VANISHED, [ROWS]: VANISHED },
    fires: { '60m': false, '67m': false, '80m': true, '121m': true, '126m': false },
    labels: OF_MODEL,
  },
  {
    measure: 'telemetry-lost',
    title: 'is silent between batches',
    series: { [PREDICTIONS]: VANISHED, [ROWS]: VANISHED },
    fires: { '80m': false },
    labels: OF_MODEL,
    options: { batchModels: ['income'] },
  },
  {
    measure: 'reference-missing',
    title: 'fires where features have no reference, and resolves with it',
    series: {
      [stored(counterSeries(METRICS.featureObservations), IN_BIN)]: '0+100x182',
      [stored(gaugeSeries(METRICS.referenceFeatureRatio), IN_BIN)]: VANISHED,
    },
    fires: { '60m': false, '67m': false, '80m': true, '121m': true, '126m': false },
    labels: { ...OF_MODEL, ml_model_version: '1' },
  },
];

function testOfEvent({ measure, title, series, fires, labels: own }: Event): object {
  const { alert: alertname = 'none', labels = {} } = criticalRuleOf(measureOf(measure)) ?? {};
  const all = Object.entries({ alertname, alertstate: 'firing', ...labels, ...own });
  const sample = { labels: `ALERTS{${all.map(([label, value]) => `${label}="${value}"`).join(', ')}}`, value: 1 };
  return {
    name: `${measure} ${title}`,
    interval: '1m',
    input_series: Object.entries(series).map(([name, values]) => ({ series: name, values })),
    promql_expr_test: Object.entries(fires).map(([eval_time, firing]) => ({
      expr: `ALERTS{alertname="${alertname}", alertstate="firing"}`,
      eval_time,
      exp_samples: firing ? [sample] : [],
    })),
  };
}

function measureOf(id: MeasureId): Measure<MeasureId> {
  return ALERTED.find((measure) => measure.id === id) as Measure<MeasureId>;
}

/** The first measure of each family, whose rules are built alike. */
const OF_EACH_FAMILY = WITH_LIMITS.filter(
  ({ family }, i) => WITH_LIMITS.findIndex((measure) => measure.family === family) === i,
);

/** @param whole - tells every story of every measure; else those of how an alert ends are told of one of each family */
export function describeRules({ whole }: { readonly whole: boolean }): void {
  describeWithStore('prometheus', 'alerting rules', () => {
    let promtool: Promtool;

    beforeAll(async () => {
      promtool = await openPromtool();
    });

    afterAll(() => promtool.close());

    test('promtool accepts the rules', async () => {
      expect(await promtool.check(RULES)).toMatch(/SUCCESS: \d+ rules found/);
    });

    // The rules of one measure at a time: promtool evaluates all that it is given, every minute.
    test.each(WITH_LIMITS.map((measure) => [measure.id, measure] as const))(
      '%s fires just beyond its limit, resolves, and is silent else',
      async (_id, measure) => {
        expect(await promtool.test(rulesOf([measure]), storiesOf(measure).map(testOf))).toMatch(/SUCCESS/);
      },
    );

    test.each((whole ? WITH_LIMITS : OF_EACH_FAMILY).map((measure) => [measure.id, measure] as const))(
      '%s ends without traffic, and holds between batches',
      async (_id, measure) => {
        const stories = [
          storyWithoutTraffic(measure),
          ...(measure.inputs.includes('feature') ? [storyOfTwoProfiles(measure)] : []),
        ];
        expect(await promtool.test(rulesOf([measure]), stories.map(testOf))).toMatch(/SUCCESS/);
        const ofBatches = rulesOf([measure], { batchModels: ['income', 'other'] });
        expect(await promtool.test(ofBatches, [testOf(storyOfBatches(measure))])).toMatch(/SUCCESS/);
      },
    );

    test.each(EVENTS.map((event) => [event.measure, event.title, event] as const))(
      '%s %s',
      async (_id, _title, event) => {
        const rules = rulesOf([measureOf(event.measure)], event.options);
        expect(await promtool.test(rules, [testOfEvent(event)])).toMatch(/SUCCESS/);
      },
    );

    test('every rule has its stories', () => {
      const told = new Set<string>([...WITH_LIMITS.map(({ id }) => id), ...EVENTS.map(({ measure }) => measure)]);
      expect(ALERTED.filter(({ id }) => !told.has(id))).toEqual([]);
    });
  });
}

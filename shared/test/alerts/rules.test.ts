import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { findPromtool } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import {
  DEFAULT_RULE_OPTIONS,
  MEASURES,
  prometheusRules,
  recordedName,
  type Measure,
  type MeasureId,
  type PrometheusRules,
} from '../../src/index.ts';
import { labelsOfAlert, trafficOf, type Steady } from './traffic-of.ts';

const MINUTES = 120;
/** So much that noise is far below a hundredth of a limit. */
const BUSY = 1_000_000;
/** Below the minimum of 200 observations in the long window. */
const QUIET = 2;

const WITH_LIMITS = MEASURES.filter(({ thresholds }) => thresholds !== undefined);
const rulesOf = (measures: readonly Measure<MeasureId>[]): PrometheusRules =>
  prometheusRules({
    ...DEFAULT_RULE_OPTIONS,
    alerts: new Map(measures.map(({ id }) => [id, undefined])),
    runbooks: 'https://wiki.invalid/measures.md',
  });
const RULES = rulesOf(WITH_LIMITS);

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
    fires: { '30m': true, '110m': true },
    alertLabels: { ml_profile_id: 'bbbbbbbb' },
  };
}

function storiesOf(measure: Measure<MeasureId>): Story[] {
  const { critical = NaN, side = 'above' } = measure.thresholds ?? { critical: NaN };
  const beyond = side === 'above' ? critical * 1.01 : critical * 0.99;
  const before = side === 'above' ? critical * 0.99 : critical * 1.01;
  const within = side === 'above' ? critical * 0.75 : critical * 1.2;
  const of = (value: number, perMinute = BUSY): Steady[] => trafficOf(measure.id, value, perMinute);
  return [
    { title: 'fires just beyond', measure, phases: [of(beyond)], fires: { '3m': false, '30m': true, '110m': true } },
    { title: 'silent just before', measure, phases: [of(before)], fires: { '30m': false, '110m': false } },
    { title: 'silent at low traffic', measure, phases: [of(beyond, QUIET)], fires: { '30m': false, '110m': false } },
    {
      title: 'resolves',
      measure,
      phases: [of(beyond), of(within)],
      // The long window is still beyond the limit when the short one is within it again.
      fires: { '110m': true, '120m': true, '128m': false, '200m': false },
    },
  ];
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
  const recorded = recordedName(id, DEFAULT_RULE_OPTIONS.longWindow, part);
  return RULES.groups
    .flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule] : [])))
    .find(({ expr, labels }) => labels['severity'] === 'critical' && expr.startsWith(`${recorded} `));
}

describeWithStore('prometheus', 'alerting rules', () => {
  let folder: string;
  let promtool: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driftline-rules-'));
    promtool = await findPromtool();
    await writeFile(join(folder, 'rules.yml'), stringify(RULES));
  });

  afterAll(() => rm(folder, { recursive: true, force: true }));

  const run = async (...command: string[]): Promise<string> => {
    try {
      return (await promisify(execFile)(promtool, command, { cwd: folder })).stdout;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      return `FAILED ${stdout}${stderr}`;
    }
  };

  test('promtool accepts the rules', async () => {
    expect(await run('check', 'rules', 'rules.yml')).toMatch(/SUCCESS: \d+ rules found/);
  });

  const ofFeatures = WITH_LIMITS.filter(({ inputs }) => inputs.includes('feature'));
  const stories = [...WITH_LIMITS.flatMap(storiesOf), ...ofFeatures.map(storyOfTwoProfiles)];
  test.each(stories.map((story) => [`${story.measure.id} ${story.title}`, story] as const))(
    '%s',
    async (title, story) => {
      const file = `${title.replaceAll(' ', '-')}.yml`;
      // The rules of the measure alone: promtool evaluates all that it is given, every minute.
      const rules = `rules-of-${story.measure.id}.yml`;
      await writeFile(join(folder, rules), stringify(rulesOf([story.measure])));
      await writeFile(
        join(folder, file),
        stringify({ rule_files: [rules], evaluation_interval: '1m', tests: [testOf(story)] }),
      );
      expect(await run('test', 'rules', file)).toMatch(/SUCCESS/);
    },
  );
});

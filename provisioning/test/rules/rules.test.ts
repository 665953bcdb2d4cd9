import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { stringify } from 'yaml';
import { findPromtool } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { DEFAULT_RULE_OPTIONS, MEASURES, prometheusRules, type Measure } from '@driftline/shared';
import { labelsOfAlert, trafficOf, type Steady } from './traffic-of.ts';

const MINUTES = 120;
const BUSY = 100_000;
/** Below the minimum of 200 observations in the long window. */
const QUIET = 2;

const ALARMED = MEASURES.filter(({ thresholds }) => thresholds !== undefined);
const RULES = prometheusRules({
  ...DEFAULT_RULE_OPTIONS,
  alarms: new Map(ALARMED.map(({ id }) => [id, undefined])),
  runbooks: 'https://wiki.invalid/measures.md',
});

/** What promtool is told of one alert: its series, and at which minutes it has to fire. */
interface Story {
  readonly title: string;
  readonly measure: Measure;
  readonly phases: readonly (readonly Steady[])[];
  readonly fires: Readonly<Record<string, boolean>>;
}

function storiesOf(measure: Measure): Story[] {
  const { alarm = NaN, side = 'above' } = measure.thresholds ?? {};
  const beyond = side === 'above' ? alarm * 1.01 : alarm * 0.99;
  const before = side === 'above' ? alarm * 0.99 : alarm * 1.01;
  const well = side === 'above' ? alarm * 0.75 : alarm * 1.2;
  const of = (value: number, perMinute = BUSY): Steady[] => trafficOf(measure.id, value, perMinute);
  return [
    { title: 'fires just beyond', measure, phases: [of(beyond)], fires: { '3m': false, '30m': true, '110m': true } },
    { title: 'silent just before', measure, phases: [of(before)], fires: { '30m': false, '110m': false } },
    { title: 'silent at low traffic', measure, phases: [of(beyond, QUIET)], fires: { '30m': false, '110m': false } },
    {
      title: 'resolves',
      measure,
      phases: [of(beyond), of(well)],
      // The long window is still beyond when the short one is well again.
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

function testOf({ title, measure, phases, fires }: Story): object {
  const alertname = RULES.groups
    .flatMap(({ rules }) => rules.flatMap((rule) => ('alert' in rule ? [rule] : [])))
    .find(({ alert, labels }) => labels['severity'] === 'critical' && idOf(alert) === measure.id)?.alert;
  const labels = {
    alertname,
    alertstate: 'firing',
    driftline: measure.family,
    severity: 'critical',
    ...labelsOfAlert(measure.id),
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

/** `DriftlineMissingShare` is about `missing-share`. */
function idOf(alert: string): string {
  return alert
    .replace('Driftline', '')
    .replaceAll(/(?!^)[A-Z]/g, (letter) => `-${letter}`)
    .toLowerCase();
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

  test.each(ALARMED.flatMap(storiesOf).map((story) => [`${story.measure.id} ${story.title}`, story] as const))(
    '%s',
    async (title, story) => {
      const file = `${title.replaceAll(' ', '-')}.yml`;
      await writeFile(
        join(folder, file),
        stringify({ rule_files: ['rules.yml'], evaluation_interval: '1m', tests: [testOf(story)] }),
      );
      expect(await run('test', 'rules', file)).toMatch(/SUCCESS/);
    },
  );
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Workplace } from './run-cli.ts';

const workplace = new Workplace();

interface PrometheusFile {
  readonly groups: readonly {
    readonly rules: readonly {
      record?: string;
      alert?: string;
      expr: string;
      keep_firing_for?: string;
      labels?: Readonly<Record<string, string>>;
    }[];
  }[];
}

async function rules(...args: string[]): Promise<PrometheusFile['groups'][number]['rules']> {
  const { code, stdout, stderr } = await workplace.run(['rules', ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return (parse(stdout) as PrometheusFile).groups.flatMap((group) => group.rules);
}

test('writes the default alerts over the recorded metrics', async () => {
  const written = await rules();
  const alerts = written.filter(({ alert }) => alert !== undefined);
  expect(alerts.map(({ alert, labels }) => [labels?.['severity'], alert])).toEqual([
    ['warning', 'Feature drift: PSI above 0.1'],
    ['critical', 'Feature drift: PSI above 0.25'],
    ['warning', 'Prediction drift: PSI above 0.1'],
    ['critical', 'Prediction drift: PSI above 0.25'],
    ['warning', 'Performance: accuracy drop above 3%'],
    ['critical', 'Performance: accuracy drop above 5%'],
    ['warning', 'Fairness: disparate impact below 0.9'],
    ['critical', 'Fairness: disparate impact below 0.8'],
    ['warning', 'Fairness: equal opportunity difference above 0.05'],
    ['critical', 'Fairness: equal opportunity difference above 0.1'],
    ...['Missing values', 'Invalid values', 'Unseen categories', 'Outliers', 'Values out of range'].flatMap((title) => [
      ['warning', `${title}: 2 points above the training share`],
      ['critical', `${title}: 5 points above the training share`],
    ]),
    ['warning', 'Latency above 150 ms'],
    ['critical', 'Latency above 200 ms'],
    ['warning', 'Error share above 1%'],
    ['critical', 'Error share above 5%'],
    ['critical', 'No traffic'],
    ['warning', 'Reference missing'],
    ['critical', 'Reference missing above 50%'],
    ['critical', 'Telemetry lost'],
  ]);
  expect(alerts[1]?.expr).toMatch(
    /^driftline:psi:1h > 0\.25 and driftline:psi:1h > driftline:psi_critical_value:1h unless driftline:psi:5m <= 0\.25 and on /,
  );
  expect(written.filter(({ record }) => record !== undefined)).toHaveLength(38);
});

test('says which queries a VictoriaMetrics takes only with another limit', async () => {
  const { code, stderr } = await workplace.run(['rules', '--measure', 'equalized-odds-difference=0.1']);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^The query of driftline:equalized_odds_difference:1h has \d+ characters, and VictoriaMetrics takes 16384: start it with -search\.maxQueryLen=64KB, or name --compare or --privileged, which shortens it\.\nThe query of driftline:equalized_odds_difference:5m .*\n$/,
  );
  const pairwise = ['--compare', 'extremes'];
  const shorter = await workplace.run(['rules', '--measure', 'equalized-odds-difference=0.1', ...pairwise]);
  expect([shorter.code, shorter.stderr]).toEqual([0, '']);
});

test('takes other measures, limits, windows and models', async () => {
  const written = await rules(
    ...['--measure', 'psi=0.4', '--measure', 'equal-opportunity-difference=0.1', '--model', 'income,credit'],
    ...['--window', '6h', '--short-window', '30m', '--minimum', '1000'],
  );
  expect(written.flatMap(({ alert, expr }) => (alert === undefined ? [] : [expr.split(' and on ')[0]]))).toEqual([
    'driftline:psi:6h > 0.4 and driftline:psi:6h > driftline:psi_critical_value:6h unless driftline:psi:30m <= 0.4',
    'abs(driftline:equal_opportunity_difference:6h) > 0.1' +
      ' and abs(driftline:equal_opportunity_difference:6h) > driftline:equal_opportunity_difference_critical_value:6h' +
      ' unless abs(driftline:equal_opportunity_difference:30m) <= 0.1',
  ]);
  expect(written[0]?.expr).toContain('{ml_model_name=~"income|credit"}[6h]');
  expect(written[0]?.expr).toContain('>= 1000');
});

test('takes how long alerts go on, and the models that run in batches', async () => {
  const written = await rules(
    '--measure',
    'no-traffic',
    '--keep-firing-for',
    '10m',
    '--batch-models',
    'nightly,weekly',
  );
  expect(written[0]?.expr).toContain('ml_model_name!~"nightly|weekly"');
  expect(written.at(-1)?.keep_firing_for).toBe('10m');
});

test("writes Grafana's own rules into a file", async () => {
  const { code } = await workplace.run([
    'rules',
    '--format',
    'grafana',
    '--data-source',
    'mimir',
    '--out',
    'rules.yaml',
  ]);
  expect(code).toBe(0);
  const file = parse(readFileSync(join(workplace.folder, 'rules.yaml'), 'utf8')) as {
    groups: { rules: { title: string; data: { datasourceUid: string }[] }[] }[];
  };
  const [first] = file.groups[0]?.rules ?? [];
  expect([first?.title, first?.data[0]?.datasourceUid]).toEqual(['Feature drift: PSI above 0.1', 'mimir']);
});

test.each([
  [['--measure', 'pis'], /Choose one of psi, /],
  [['--measure', 'psi=high'], /Write the limit as a number, such as psi=0\.1/],
  [['--measure', 'throughput'], /Throughput has no default limit: give one, such as throughput=0\.1/],
  [['--measure', 'kolmogorov-smirnov=0.1'], /cannot be written as PromQL/],
  [['--measure', 'chi-square-p-value'], /cannot be written as PromQL/],
  [['--window', '1 hour'], /Write it as 5m, 1h or 1d/],
])('refuses %j with a sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await workplace.run(['rules', ...args]);
  expect(code).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Workplace } from './run-cli.ts';

const workplace = new Workplace();

interface PrometheusFile {
  readonly groups: readonly { readonly rules: readonly { record?: string; alert?: string; expr: string }[] }[];
}

async function rules(...args: string[]): Promise<PrometheusFile['groups'][number]['rules']> {
  const { code, stdout, stderr } = await workplace.run(['rules', ...args]);
  expect([code, stderr]).toEqual([0, '']);
  return (parse(stdout) as PrometheusFile).groups.flatMap((group) => group.rules);
}

test('writes the default alerts over the recorded metrics', async () => {
  const written = await rules();
  const alerts = written.filter(({ alert }) => alert !== undefined);
  expect(alerts.map(({ alert, expr }) => [alert, expr.split(' unless ')[0]])).toEqual([
    ['Feature drift: PSI above 0.1', 'driftline:psi:1h > 0.1 and driftline:psi:1h > driftline:psi_critical_value:1h'],
    ['Feature drift: PSI above 0.25', 'driftline:psi:1h > 0.25 and driftline:psi:1h > driftline:psi_critical_value:1h'],
    [
      'Performance: accuracy drop above 5%',
      'driftline:accuracy_drop:1h > 0.05 and driftline:accuracy_drop:1h > driftline:accuracy_drop_critical_value:1h',
    ],
    ['Latency above 200 ms', 'driftline:latency_quantile:1h > 0.2'],
    [
      'Fairness: disparate impact below 0.8',
      'driftline:disparate_impact:1h < 0.8 and driftline:disparate_impact:1h < driftline:disparate_impact_critical_value:1h',
    ],
    ['Missing values: 5 points above the training share', 'driftline:missing_share_excess_lower:1h > 0.05'],
    ['Invalid values: 5 points above the training share', 'driftline:invalid_share_excess_lower:1h > 0.05'],
    ['Unseen categories: 5 points above the training share', 'driftline:unseen_share_excess_lower:1h > 0.05'],
    ['Outliers: 5 points above the training share', 'driftline:outlier_share_excess_lower:1h > 0.05'],
    ['Values out of range: 5 points above the training share', 'driftline:out_of_range_share_excess_lower:1h > 0.05'],
  ]);
  expect(written.filter(({ record }) => record !== undefined)).toHaveLength(21);
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
  expect(written.flatMap(({ alert, expr }) => (alert === undefined ? [] : [expr]))).toEqual([
    'driftline:psi:6h > 0.4 and driftline:psi:6h > driftline:psi_critical_value:6h unless driftline:psi:30m <= 0.4',
    'abs(driftline:equal_opportunity_difference:6h) > 0.1' +
      ' and abs(driftline:equal_opportunity_difference:6h) > driftline:equal_opportunity_difference_critical_value:6h' +
      ' unless abs(driftline:equal_opportunity_difference:30m) <= 0.1',
  ]);
  expect(written[0]?.expr).toContain('{ml_model_name=~"income|credit"}[6h]');
  expect(written[0]?.expr).toContain('>= 1000');
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

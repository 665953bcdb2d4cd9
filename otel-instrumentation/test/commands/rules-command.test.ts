import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { markedBlock } from '../package/marked-block.ts';
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

interface GrafanaFile {
  readonly groups: readonly { readonly rules: readonly { readonly title: string }[] }[];
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
    ['critical', 'Reference missing'],
    ['critical', 'Telemetry lost'],
  ]);
  expect(alerts[1]?.expr).toMatch(
    /^driftline:psi:1h > 0\.25 and driftline:psi:1h > driftline:psi_critical_value:1h unless driftline:psi:5m <= 0\.25 and on /,
  );
  const recorded = written.flatMap(({ record }) => (record === undefined ? [] : [record]));
  // Besides the measures, the sums that they share; none twice.
  expect(recorded).toEqual(
    expect.arrayContaining([
      'driftline:psi:1h',
      'driftline:psi:5m',
      'driftline:drift_feature_observations_by_feature_bin:1h',
    ]),
  );
  expect(new Set(recorded).size).toBe(recorded.length);
});

test.each(['prometheus', 'grafana-promql'])('says how long queries are for a VictoriaMetrics: %s', async (format) => {
  const args = ['rules', '--format', format, '--out', 'rules.yaml', '--measure', 'equalized-odds-difference=0.1'];
  const { code, stderr } = await workplace.run(args);
  expect(code).toBe(0);
  expect(stderr).toMatch(
    /^VictoriaMetrics takes queries of 16384 characters, and [^\n]+: start it with -search\.maxQueryLen=\d+KB, or name how groups are compared, or the reference group, [^\n]+\n$/,
  );
});

test('says nothing of queries that are short', async () => {
  const args = ['rules', '--measure', 'equalized-odds-difference=0.1', '--compare', 'extremes'];
  const { code, stderr } = await workplace.run(args);
  expect([code, stderr]).toEqual([0, '']);
});

test('takes other measures, limits, windows and models, each of which has rules of its own', async () => {
  const written = await rules(
    ...['--measure', 'psi=0.4', '--measure', 'equal-opportunity-difference=0.1', '--model', 'income,credit'],
    ...['--compare', 'extremes', '--window', '6h', '--short-window', '30m', '--minimum', '1000'],
  );
  const alerts = written.flatMap(({ alert, expr }) => (alert === undefined ? [] : [expr.split(' and on ')[0]]));
  const of = (model: string): string => `{ml_model_name="${model}"}`;
  expect(alerts).toEqual(
    ['income', 'credit'].flatMap((model) => [
      `driftline:psi:6h${of(model)} > 0.4 and driftline:psi:6h${of(model)} > driftline:psi_critical_value:6h${of(model)}` +
        ` unless driftline:psi:30m${of(model)} <= 0.4`,
      `abs(driftline:equal_opportunity_difference:6h${of(model)}) > 0.1 and ` +
        `abs(driftline:equal_opportunity_difference:6h${of(model)}) > driftline:equal_opportunity_difference_critical_value:6h${of(model)}` +
        ` unless abs(driftline:equal_opportunity_difference:30m${of(model)}) <= 0.1`,
    ]),
  );
  expect(written[0]?.expr).toContain('{ml_model_name="income"}[6h]');
  const psi = written.find(({ record }) => record === 'driftline:psi:6h');
  expect(psi?.expr).toContain('>= 1000');
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

describe('a file of limits', () => {
  const README = new URL('../../README.md', import.meta.url);
  workplace.file('alerts.yaml', markedBlock(README, 'alerts.yaml'));
  const written = (name: string): string => readFileSync(join(workplace.folder, name), 'utf8');

  test('of the README gives all rules that the README writes', async () => {
    const commands = markedBlock(README, 'rules of alerts.yaml').trim().split('\n');
    const [check, ...others] = await Promise.all(
      commands.map((line) => workplace.run(line.replace(/^driftline /, '').split(' '))),
    );
    for (const { code, stderr } of check === undefined ? others : [check, ...others]) {
      expect(code).toBe(0);
      expect(stderr).toMatch(/^$|^VictoriaMetrics takes queries/);
    }
    expect(check?.stdout).toMatch(/^income, all but 2\.0-canary +psi +age +– +> 0\.4 +1h /m);
    expect(check?.stdout).toMatch(/^pricing +psi +> 0\.15 +> 0\.3 +12h +5m +200$/m);
    expect(check?.stdout).toMatch(/^nightly-scores +psi .* 27h /m);
    const titles = (name: string): string[] =>
      (parse(written(name)) as GrafanaFile).groups.flatMap((group) => group.rules.map(({ title }) => title));
    expect(titles('driftline.yaml')).toContain('Feature drift: PSI above 0.4 (income, feature age)');
    expect(titles('driftline-promql.yaml')).toEqual(titles('driftline.yaml'));
    const ruler = parse(written('driftline-rules.yml')) as PrometheusFile;
    expect(ruler.groups.flatMap((group) => group.rules).map(({ record }) => record)).toContain(
      'driftline_risk:psi:12h',
    );
  });

  test('of the repository gives what Grafana is provisioned with', async () => {
    const file = fileURLToPath(new URL('../../../provisioning/alerts.yaml', import.meta.url));
    const { stdout } = await workplace.run(['rules', '--config', file, '--format', 'grafana']);
    const provisioned = new URL('../../../provisioning/grafana/alerting/driftline.yaml', import.meta.url);
    expect(parse(stdout)).toEqual(parse(readFileSync(provisioned, 'utf8')));
  });
});

test('writes a resource of Kubernetes of several files, and refuses two that watch the same', async () => {
  workplace.file('risk.yaml', 'schemaVersion: 1\nteam: risk\nmodels: [{ name: income }]\notherModels: false\n');
  workplace.file('others.yaml', 'schemaVersion: 1\nmodels: [{ name: pricing }]\notherModels: false\n');
  workplace.file('all.yaml', 'schemaVersion: 1\n');
  const apart = ['rules', '--format', 'prometheus-rule', '--config', 'risk.yaml', '--config', 'others.yaml'];
  const resource = parse((await workplace.run(apart)).stdout) as {
    kind: string;
    metadata: object;
    spec: { groups: { name: string }[] };
  };
  expect([resource.kind, resource.metadata]).toEqual(['PrometheusRule', { name: 'driftline-risk' }]);
  expect(resource.spec.groups.map(({ name }) => name)).toEqual(
    expect.arrayContaining(['driftline-risk income drift', 'driftline pricing drift']),
  );
  const { code, stdout, stderr } = await workplace.run(['rules', '--config', 'risk.yaml', '--config', 'all.yaml']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(
    /^driftline: risk\.yaml and all\.yaml both watch income, so that each alert would be sent twice: /,
  );
});

test('splits into groups that a ruler takes, and says when they are too many', async () => {
  const models = Array.from({ length: 71 }, (_, i) => `model-${i}`).join(',');
  const { stdout, stderr } = await workplace.run([
    'rules',
    '--measure',
    'telemetry-lost',
    '--model',
    models,
    '--split',
  ]);
  const { groups } = parse(stdout) as PrometheusFile;
  expect(groups.map((group) => group.rules.length)).toEqual(Array(71).fill(2));
  expect(stderr).toMatch(/^These are 71 groups, and Mimir takes 70 of a tenant by default: raise /);
});

test('a file with mistakes is refused, with the lines', async () => {
  workplace.file('wrong.yaml', 'schemaVersion: 1\ndefaults:\n  limits:\n    pis: 0.3\n    psi: hihg\n');
  const { code, stdout, stderr } = await workplace.run(['rules', '--config', 'wrong.yaml']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(
    /^driftline: wrong\.yaml, line 5: defaults\.limits\.psi is no limit: [^\n]+\nwrong\.yaml, line 4: defaults\.limits\.pis is no measure: did you mean psi\?\n$/,
  );
});

test.each([
  [['--measure', 'pis'], /Choose one of psi, /],
  [['--measure', 'psi=high'], /Write the limit as a number, such as psi=0\.1/],
  [['--measure', 'throughput'], /Throughput has no default limit: give one, such as throughput=0\.1/],
  [['--measure', 'kolmogorov-smirnov=0.1'], /cannot be written as PromQL/],
  [['--measure', 'chi-square-p-value'], /cannot be written as PromQL/],
  [['--window', '1 hour'], /Write it as 5m, 1h or 1d/],
  [
    ['--config', 'alerts.yaml', '--window', '3h'],
    /--window is what alerts\.yaml says: write it there, or leave --config out/,
  ],
  [['--split', '5'], /Give a whole number from 10 on/],
  [['--split', '--format', 'grafana'], /--split is for rulers, and Grafana does not limit its groups: leave it out/],
])('refuses %j with a sentence', async (args, sentence) => {
  const { code, stdout, stderr } = await workplace.run(['rules', ...args]);
  expect(code).not.toBe(0);
  expect(stdout).toBe('');
  expect(stderr).toMatch(sentence);
  expect(stderr).not.toMatch(/\n\s+at /);
});

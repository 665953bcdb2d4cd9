import { execFileSync } from 'node:child_process';
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parser } from '@prometheus-io/lezer-promql';
import { parse } from 'yaml';
import { describeWithStore } from '@driftline/local-store/testing';
import { findPromtool } from '@driftline/local-store';
import {
  completePanelQuery,
  completeSettings,
  DEFAULT_SETTINGS,
  METRICS,
  plan,
  seriesPattern,
} from '@driftline/shared';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const yaml = (path: string): Record<string, unknown> => parse(text(path), { merge: true }) as Record<string, unknown>;

interface Service {
  readonly environment?: Readonly<Record<string, string>>;
}

const services = yaml('docker-compose.yml')['services'] as Record<string, Service>;
const DATA_SOURCES = 'provisioning/grafana/datasources/driftline.yaml';
const dataSources = yaml(DATA_SOURCES)['datasources'] as {
  uid: string;
  type: string;
  url: string;
  jsonData: Record<string, unknown>;
}[];
const driftline = dataSources.find(({ type }) => type === 'driftline-model-datasource');
const pluginIds = globSync('grafana-plugin/src/**/plugin.json', { cwd: ROOT }).map(
  (path) => (JSON.parse(text(path)) as { id: string }).id,
);

test('every YAML file of this folder can be parsed', () => {
  const files = globSync('provisioning/**/*.{yml,yaml}', { cwd: ROOT, exclude: ['**/node_modules/**'] });
  expect(files.length).toBeGreaterThanOrEqual(4);
  for (const file of files) expect(yaml(file)).toBeInstanceOf(Object);
});

test('dashboards are loaded from a folder that is there, and those in PromQL stay beside', () => {
  const { providers } = yaml('provisioning/grafana/dashboards/driftline.yaml') as {
    providers: { options: { path: string } }[];
  };
  const folders = providers.map(({ options }) =>
    options.path.replace('/etc/grafana/provisioning', 'provisioning/grafana'),
  );
  expect(folders).toEqual(['provisioning/grafana/dashboards/driftline']);
  for (const folder of folders) expect([folder, existsSync(join(ROOT, folder))]).toEqual([folder, true]);
});

test('compose allows exactly our plugins to be unsigned', () => {
  const allowed = services['grafana']?.environment?.['GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS'];
  expect(allowed?.split(',').sort()).toEqual([...pluginIds].sort());
});

test('the data source asks a service of compose, with settings that it has', () => {
  expect(Object.keys(services)).toContain(new URL(driftline?.url ?? '').hostname);
  expect(completeSettings(driftline?.jsonData).timeInterval).toBe('5s');
});

test('every setting of the data source is documented, with the default that it has', () => {
  // What is commented out starts with the name of a field, or is an entry of a list.
  const documented = parse(text(DATA_SOURCES).replace(/^( +)# (?=\w+:(?: |$)| {2}- )/gm, '$1')) as {
    datasources: { type: string; jsonData: Record<string, unknown> }[];
  };
  const { jsonData = {} } = documented.datasources.find(({ type }) => type === driftline?.type) ?? {};
  expect(Object.keys(jsonData)).toEqual(
    expect.arrayContaining([...Object.keys(DEFAULT_SETTINGS), 'minimumObservations']),
  );
  const { timeInterval: _, labelFilters: __, ...defaults } = DEFAULT_SETTINGS;
  expect(jsonData).toMatchObject(defaults);
  expect(() => completeSettings(jsonData)).not.toThrow();
});

test('the app is enabled', () => {
  expect(yaml('provisioning/grafana/plugins/driftline.yaml')['apps']).toEqual([
    { type: 'driftline-model-app', org_id: 1, disabled: false },
  ]);
  expect(pluginIds).toContain('driftline-model-app');
});

test('the alert rules ask the Driftline data source what it answers, about metrics of the catalog', () => {
  const { groups } = yaml('provisioning/grafana/alerting/driftline.yaml') as {
    groups: { rules: { data: { datasourceUid: string; model: object }[] }[] }[];
  };
  const recorded = new RegExp(`^(${Object.values(METRICS).map(seriesPattern).join('|')})$`);
  let seen = 0;
  for (const [query, threshold] of groups.flatMap((group) => group.rules.map((rule) => rule.data))) {
    expect([query?.datasourceUid, threshold?.datasourceUid]).toEqual([driftline?.uid, '__expr__']);
    for (const promql of plan(completePanelQuery(query?.model, DEFAULT_SETTINGS, true))) {
      parser
        .configure({ strict: true })
        .parse(promql)
        .iterate({
          enter: ({ name, from, to, node }) => {
            if (name !== 'Identifier' || node.parent?.name !== 'VectorSelector') return;
            expect(promql.slice(from, to)).toMatch(recorded);
            seen++;
          },
        });
    }
  }
  expect(seen).toBeGreaterThan(0);
});

describeWithStore('prometheus', 'promtool', () => {
  test('accepts the configuration of Prometheus', async () => {
    const promtool = await findPromtool();
    const path = join(ROOT, 'provisioning/prometheus/prometheus.yml');
    expect(execFileSync(promtool, ['check', 'config', path], { encoding: 'utf8' })).toContain('SUCCESS');
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { query, startStore, storeApi, type Store } from '@driftline/local-store';
import { describeWithStore, waitUntil } from '@driftline/local-store/testing';
import { DEFAULT_RULE_OPTIONS, prometheusRules } from '@driftline/shared';
import { recordedModels, recordedRegression } from '../../../grafana-plugin/test/browser/recorded-models.ts';
import { queryData } from '../../../grafana-plugin/workbench/server/backend/query-data.ts';
import { callResource } from '../../../grafana-plugin/workbench/server/backend/resources.ts';
import { panelsOf, savedDashboards, type SavedTarget } from './saved-dashboards.ts';

/** A classifier with groups, errors and ground truth in two versions, and a regression. */
const MODELS = ['income', 'rental'] as const;

const now = Date.now();
// Prometheus records nothing older than its youngest block, which must not lie ahead.
const HISTORY = [...recordedModels(now), ...recordedRegression(now)].map((series) => ({
  ...series,
  samples: series.samples.filter(([time]) => time <= now),
}));

const RULES = prometheusRules({ ...DEFAULT_RULE_OPTIONS, holdFor: '0s' });

describeWithStore('prometheus', 'the provisioned dashboards over recorded models', () => {
  let store: Store;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'driftline-rules-'));
    // JSON is YAML.
    await writeFile(join(folder, 'rules.json'), JSON.stringify(RULES));
    store = await startStore({
      kind: 'prometheus',
      history: HISTORY,
      rules: { files: [join(folder, 'rules.json')], alertmanagers: [], evaluationSeconds: 5 },
    });
    await waitUntil(
      'alerts that fire, after all that is recorded',
      () => query(store.url, 'count by (driftline) (ALERTS{alertstate="firing"})'),
      (families) => families.length >= 4,
    );
  });

  afterAll(async () => {
    await store?.close();
    await rm(folder, { recursive: true, force: true });
  });

  test('every alert that fires says of how many observations, unless it is about a model as a whole', async () => {
    const answer = (await (await fetch(`${store.url}/api/v1/alerts`)).json()) as {
      data: { alerts: { labels: Record<string, string>; annotations: Record<string, string> }[] };
    };
    const said = answer.data.alerts.map(({ labels, annotations }) => [
      labels['alertname'],
      annotations['observations'],
    ]);
    expect(said.length).toBeGreaterThanOrEqual(4);
    for (const [title = '', observations] of said) {
      if (/^(No traffic|Reference missing|Telemetry lost)$/.test(title)) continue;
      expect([title, observations]).toEqual([title, expect.stringMatching(/^[1-9]\d+$/)]);
    }
  });

  describe.each(savedDashboards('driftline').map((dashboard) => [dashboard.title, dashboard] as const))(
    '%s with the plugin',
    (_, dashboard) => {
      const source = () => ({ uid: 'driftline', url: store.url, settings: {} });
      const wait = new AbortController().signal;

      /** Targets of which a model has no values in the last hours, by their `refId`. */
      const without = async (targets: readonly SavedTarget[], model: string, hours: number): Promise<string[]> => {
        const filled = JSON.stringify(targets)
          .replaceAll('"$model"', `"${model}"`)
          // All of them.
          .replaceAll(/"\$(version|feature|group)"/g, '')
          .replaceAll('$window', '1h');
        const queries = (JSON.parse(filled) as { refId: string }[]).map((each) => ({ ...each, intervalMs: 60_000 }));
        const range = { from: `${now - hours * 3_600_000}`, to: `${now}` };
        const { results } = await queryData(source(), { ...range, queries }, false, wait);
        return Object.entries(results).flatMap(([refId, result]) => {
          if ('error' in result) throw new Error(`${refId}: ${result.error}`);
          const isAnnotation = targets.find((target) => target.refId === refId)?.['format'] === 'annotations';
          const hasValues = result.frames.some(({ schema, data }) =>
            schema.fields.some(
              ({ type }, i) =>
                type === (isAnnotation ? 'time' : 'number') && data.values[i]?.some((value) => value !== null),
            ),
          );
          return hasValues ? [] : [refId];
        });
      };

      test('has values in every panel', async () => {
        const targets = panelsOf(dashboard).flatMap(({ title, targets: own = [] }) =>
          own.map((target) => ({ ...target, refId: `${title}, ${target.refId}` })),
        );
        const empty = await Promise.all(MODELS.map((model) => without(targets, model, 0.5)));
        expect(empty.reduce((all, other) => all.filter((refId) => other.includes(refId)))).toEqual([]);
      });

      test('marks when limits were crossed and versions came', async () => {
        const targets = dashboard.annotations.list.map(({ name, target = {} }) => ({ ...target, refId: name }));
        const unmarked = await without(targets, 'income', 3);
        // Nothing in this history is invalid or slow.
        expect(unmarked.filter((name) => !/^(Invalid share|Latency)/.test(name))).toEqual([]);
      });

      test('offers names for every variable', async () => {
        for (const { name, type, query: text } of dashboard.templating.list) {
          if (type !== 'query') continue;
          const [, path = '', of] = /^(\w+)(?:\((.+)\))?$/.exec(String(text)) ?? [];
          const parameters = of === undefined ? {} : { model: [of.replace('$model', 'income')] };
          const { body } = await callResource(source(), { path, parameters, now }, wait);
          expect([name, body]).toEqual([name, expect.arrayContaining([expect.any(String)])]);
        }
      });
    },
  );

  describe.each(savedDashboards('plain').map((dashboard) => [dashboard.title, dashboard] as const))(
    '%s in PromQL',
    (_, dashboard) => {
      /** PromQL as Grafana sends it when a reader chose a model and everything of it. */
      const filled = (text: string, model: string): string =>
        text
          .replaceAll('="$model"', `="${model}"`)
          .replaceAll('=~"$model"', `=~"${model}"`)
          .replaceAll(/"\$(version|feature|group)"/g, '".*"');

      const hasValues = async (expr: string, model: string): Promise<boolean> =>
        (await query(store.url, filled(expr, model))).some(({ value }) => !Number.isNaN(value));

      test('has values in every panel', async () => {
        const asked = panelsOf(dashboard).flatMap(({ title, targets = [] }) =>
          targets.map(async ({ expr }) => {
            const found = await Promise.all(MODELS.map((model) => hasValues(String(expr), model)));
            return found.includes(true) ? [] : [`${title}: ${expr}`];
          }),
        );
        expect((await Promise.all(asked)).flat()).toEqual([]);
      });

      test('marks alerts that fire', async () => {
        for (const { name, expr = '' } of dashboard.annotations.list) {
          // Nothing in this history is slow.
          if (name !== 'Alerts: traffic') expect([name, await hasValues(expr, 'income')]).toEqual([name, true]);
        }
      });

      test('offers names for every variable', async () => {
        for (const { name, type, query: saved } of dashboard.templating.list) {
          if (type !== 'query') continue;
          const text = typeof saved === 'string' ? saved : saved.query;
          const [, series = '', label = ''] = /^label_values\((.*), (\w+)\)$/.exec(filled(text, 'income')) ?? [];
          expect([name, await storeApi(store.url).labelValues(label, series)]).not.toEqual([name, []]);
        }
      });
    },
  );
});

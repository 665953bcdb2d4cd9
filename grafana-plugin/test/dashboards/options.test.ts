/** @jest-environment jsdom */
import '../jsdom.ts';
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { PanelPlugin } from '@grafana/data';
import { plugin as confusion } from '../../src/panels/confusion/plugin.ts';
import { plugin as distribution } from '../../src/panels/distribution/plugin.ts';
import { plugin as drift } from '../../src/panels/drift/plugin.ts';
import { plugin as driftMap } from '../../src/panels/drift-map/plugin.ts';
import { plugin as fairness } from '../../src/panels/fairness/plugin.ts';
import { panelMeta } from '../../workbench/src/host/plugin-meta.ts';
import { fillRegistries } from '../../workbench/src/host/registries.ts';

const PANELS: Readonly<Record<string, { meta: PanelPlugin['meta']; readonly defaults: object | null | undefined }>> = {
  'driftline-confusion-panel': confusion,
  'driftline-distribution-panel': distribution,
  'driftline-drift-panel': drift,
  'driftline-drift-map-panel': driftMap,
  'driftline-fairness-panel': fairness,
};

interface Saved {
  readonly type: string;
  readonly options?: object;
  readonly panels?: readonly Saved[];
}

const ROOT = join(__dirname, '../../..');
const FILES = [
  join(ROOT, 'grafana-plugin/src/dashboards/model.json'),
  ...globSync(join(ROOT, 'provisioning/grafana/dashboards/driftline/*.json')),
];

beforeAll(() => {
  fillRegistries();
  for (const [id, panel] of Object.entries(PANELS)) panel.meta = panelMeta(id, id, '');
});

test.each(FILES.map((file) => [basename(file), file] as const))('%s sets options that its panels have', (_, file) => {
  const { panels = [] } = JSON.parse(readFileSync(file, 'utf8')) as Saved;
  const ours = [...panels, ...panels.flatMap(({ panels: held = [] }) => held)].filter(({ type }) => type in PANELS);
  expect(ours.length).toBeGreaterThan(0);
  for (const { type, options = {} } of ours) {
    expect([type, Object.keys(PANELS[type]?.defaults ?? {})]).toEqual([
      type,
      expect.arrayContaining(Object.keys(options)),
    ]);
  }
});

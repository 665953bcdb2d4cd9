import type { PanelPlugin } from '@grafana/data';
import { barGaugePanel } from '../panels/bar-gauge.tsx';
import { statPanel } from '../panels/stat.tsx';
import { tablePanel } from '../panels/table.tsx';
import { timeSeriesPanel } from '../panels/time-series.tsx';
import { loadPlugin } from './load-plugin.ts';
import { panelMeta } from './plugin-meta.ts';

interface Source {
  readonly name: string;
  readonly folder: string;
  load(): Promise<PanelPlugin>;
}

/** Ours are loaded as they were built; Grafana's own have stand-ins, because its panels cannot be had apart from it. */
const SOURCES: Record<string, Source> = {
  'driftline-drift-panel': {
    name: 'Drift over time',
    folder: 'panels/drift/',
    load: () => loadPlugin('panels/drift/'),
  },
  'driftline-distribution-panel': {
    name: 'Distribution',
    folder: 'panels/distribution/',
    load: () => loadPlugin('panels/distribution/'),
  },
  'driftline-drift-map-panel': {
    name: 'Drift map',
    folder: 'panels/drift-map/',
    load: () => loadPlugin('panels/drift-map/'),
  },
  'driftline-fairness-panel': {
    name: 'Fairness',
    folder: 'panels/fairness/',
    load: () => loadPlugin('panels/fairness/'),
  },
  'driftline-confusion-panel': {
    name: 'Confusion matrix',
    folder: 'panels/confusion/',
    load: () => loadPlugin('panels/confusion/'),
  },
  timeseries: { name: 'Time series', folder: '', load: () => Promise.resolve(timeSeriesPanel) },
  table: { name: 'Table', folder: '', load: () => Promise.resolve(tablePanel) },
  stat: { name: 'Stat', folder: '', load: () => Promise.resolve(statPanel) },
  bargauge: { name: 'Bar gauge', folder: '', load: () => Promise.resolve(barGaugePanel) },
};

const loaded = new Map<string, PanelPlugin>();

export async function importPanel(id: string): Promise<PanelPlugin> {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  const source = SOURCES[id];
  if (source === undefined) throw new Error(`The workbench has no panel ${id}: add it to host/panels.ts.`);
  const plugin = await source.load();
  plugin.meta = panelMeta(id, source.name, source.folder);
  loaded.set(id, plugin);
  return plugin;
}

export function loadedPanel(id: string): PanelPlugin | undefined {
  return loaded.get(id);
}

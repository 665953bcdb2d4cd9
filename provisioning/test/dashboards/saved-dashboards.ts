import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** A query as a dashboard saves it: of Driftline a measure, of Prometheus an expression. */
export type SavedTarget = Readonly<Record<string, unknown>> & { readonly refId?: string };

interface SavedPanel {
  readonly id: number;
  readonly type: string;
  readonly title: string;
  readonly description?: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets?: readonly SavedTarget[];
  /** Of a closed row. */
  readonly panels?: readonly SavedPanel[];
}

interface SavedVariable {
  readonly name: string;
  readonly type: string;
  readonly query: string | { readonly query: string };
}

interface SavedAnnotation {
  readonly name: string;
  readonly target?: SavedTarget;
  readonly expr?: string;
  readonly filter?: { readonly ids: readonly number[] };
}

export interface SavedDashboard {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly SavedPanel[];
  readonly annotations: { readonly list: readonly SavedAnnotation[] };
  readonly templating: { readonly list: readonly SavedVariable[] };
  readonly links: readonly { readonly url: string; readonly includeVars: boolean; readonly keepTime: boolean }[];
}

/** The checked-in dashboards of a set. */
export function savedDashboards(set: 'driftline' | 'plain'): SavedDashboard[] {
  const folder = fileURLToPath(new URL(`../../grafana/dashboards/${set}/`, import.meta.url));
  return readdirSync(folder).map((file) => JSON.parse(readFileSync(`${folder}${file}`, 'utf8')) as SavedDashboard);
}

/** All panels that show something, those of closed rows as well. */
export function panelsOf({ panels }: Pick<SavedDashboard, 'panels'>): SavedPanel[] {
  return panels.flatMap((panel) => (panel.type === 'row' ? (panel.panels ?? []) : [panel]));
}

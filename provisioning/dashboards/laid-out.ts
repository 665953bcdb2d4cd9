import type { Builder } from '@grafana/grafana-foundation-sdk/cog';
import {
  DashboardBuilder,
  DashboardCursorSync,
  DashboardLinkPlacement,
  RowBuilder,
  type Dashboard,
  type Panel,
} from '@grafana/grafana-foundation-sdk/dashboard';
import type { DashboardContent, PanelContent } from './content.ts';
import { panelDescription } from './panel-description.ts';

/** What all panel builders of the SDK have that is set here. */
export interface LaidOutPanel extends Builder<Panel> {
  id(id: number): this;
  title(title: string): this;
  description(description: string): this;
  height(height: number): this;
  span(width: number): this;
}

/** Units of Grafana's grid over the whole width. */
const WIDTH = 24;

/**
 * A dashboard with the panels of a content in their places, and their ids.
 *
 * @param panelOf - builds a panel; undefined for what the data source cannot show, whose place its neighbors take
 */
export function laidOut(
  content: DashboardContent,
  panelOf: (panel: PanelContent) => LaidOutPanel | undefined,
): { readonly dashboard: DashboardBuilder; readonly ids: ReadonlyMap<PanelContent, number> } {
  const ids = new Map<PanelContent, number>();
  const dashboard = new DashboardBuilder(content.title)
    .description(content.description)
    .editable()
    .tooltip(DashboardCursorSync.Crosshair)
    .time({ from: 'now-1h', to: 'now' })
    .refresh('30s')
    .version(1);
  let id = 0;
  for (const { title, collapsed = false, lines } of content.rows) {
    const row = title === undefined ? undefined : new RowBuilder(title).collapsed(collapsed).id(++id);
    const panels = lines.flatMap(({ height, panels: all }) => {
      const shown = all.flatMap((panel) => {
        const builder = panelOf(panel);
        return builder === undefined ? [] : [{ panel, builder }];
      });
      const widths = widthsOf(shown.map(({ panel }) => panel.weight ?? 1));
      return shown.map(({ panel, builder }, i) => {
        ids.set(panel, ++id);
        return builder
          .id(id)
          .title(panel.title)
          .description(panelDescription(panel))
          .height(height)
          .span(widths[i] as number);
      });
    });
    // A closed row holds its panels; those of an open one follow it.
    if (collapsed) for (const panel of panels) row?.withPanel(panel);
    if (row !== undefined) dashboard.withRow(row);
    if (!collapsed) for (const panel of panels) dashboard.withPanel(panel);
  }
  return { dashboard, ids };
}

/** Shares of the whole width. */
function widthsOf(weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  let before = 0;
  return weights.map((weight) => {
    const start = Math.round((before / sum) * WIDTH);
    before += weight;
    return Math.round((before / sum) * WIDTH) - start;
  });
}

/** A dashboard as Grafana reads it. */
export function plainObject(dashboard: Builder<Dashboard>): object {
  // The SDK would put links and annotations into a menu, where nobody sees them.
  const inSight = (key: string, value: unknown): unknown =>
    key === 'placement' && value === DashboardLinkPlacement.InControlsMenu ? undefined : value;
  return JSON.parse(JSON.stringify(dashboard.build(), inSight)) as object;
}

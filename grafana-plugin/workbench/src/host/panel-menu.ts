import { PluginExtensionPoints, type PanelMenuItem } from '@grafana/data';
import { sceneGraph, SceneQueryRunner, VizPanel, VizPanelMenu } from '@grafana/scenes';
import { appLinks, type AppLink } from './app-links.ts';

/** The dashboard of a panel, as links are told of it. */
interface Dashboard {
  readonly uid: string;
  readonly title: string;
}

/** The menu of a panel, with the links of the app alone. They are asked for whenever it opens, as Grafana does. */
export function panelMenu(dashboard: Dashboard): VizPanelMenu {
  const menu = new VizPanelMenu({ items: [] });
  menu.addActivationHandler(() => {
    const panel = menu.parent;
    if (!(panel instanceof VizPanel)) return;
    void appLinks(PluginExtensionPoints.DashboardPanelMenu, contextOf(panel, dashboard)).then((links) =>
      menu.setItems(itemsOf(links)),
    );
  });
  return menu;
}

function contextOf(panel: VizPanel, { uid, title }: Dashboard): object {
  const { $data, key, pluginId } = panel.state;
  const range = sceneGraph.getTimeRange(panel);
  const { datasource, queries } = $data instanceof SceneQueryRunner ? $data.state : { queries: [] };
  return {
    id: Number(key?.replace('panel-', '')),
    pluginId,
    title: panel.state.title,
    timeRange: range.state.value.raw,
    timeZone: range.getTimeZone(),
    dashboard: { uid, title, tags: [] },
    targets: queries.map((query) => ({ datasource, ...query })),
    scopedVars: {},
    data: sceneGraph.getData(panel).state.data,
  };
}

/** Grafana puts links of one group into a menu of their own. */
function itemsOf(links: readonly AppLink[]): PanelMenuItem[] {
  const groups = [...new Set(links.map(({ group }) => group))];
  return groups.flatMap((group): PanelMenuItem[] => {
    const items = links.filter((link) => link.group === group).map(itemOf);
    return group === undefined ? items : [{ type: 'submenu', text: group, subMenu: items }];
  });
}

const itemOf = ({ title, icon, follow }: AppLink): PanelMenuItem => ({
  text: title,
  ...(icon === undefined ? {} : { iconClassName: icon }),
  onClick: follow,
});

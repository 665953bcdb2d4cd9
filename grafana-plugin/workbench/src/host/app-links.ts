import type { AppPlugin, IconName, PluginExtensionAddedLinkConfig } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { loadPlugin } from './load-plugin.ts';

/** A link of the app in Grafana's own pages. */
export interface AppLink {
  readonly title: string;
  readonly description: string;
  readonly icon?: IconName | undefined;
  /** The menu in which it stands. */
  readonly group?: string | undefined;
  /** Where it leads; nothing where it does something else. */
  readonly path?: string | undefined;
  /** Does what the link does, without a load of the page. */
  readonly follow: () => void;
}

type Link = PluginExtensionAddedLinkConfig & { readonly group?: { readonly name: string } };

/** The links that the app adds at an extension point, for what is shown there. */
export async function appLinks(extensionPointId: string, context: object): Promise<AppLink[]> {
  const app = await loadPlugin<AppPlugin>('');
  const frozen = Object.freeze(context);
  return (app.addedLinkConfigs as readonly Link[])
    .filter(({ targets }) => [targets].flat().includes(extensionPointId))
    .flatMap((link) => {
      const changed = link.configure === undefined ? {} : link.configure(frozen);
      if (changed === undefined) return [];
      const { title, description = '', icon, path, group, onClick } = { ...link, ...changed };
      const helpers = { context: frozen, extensionPointId } as Parameters<NonNullable<Link['onClick']>>[1];
      return [
        {
          title,
          description,
          icon,
          group: group?.name,
          path: onClick === undefined ? path : undefined,
          follow: () => (onClick === undefined ? locationService.push(path ?? '') : onClick(undefined, helpers)),
        },
      ];
    });
}

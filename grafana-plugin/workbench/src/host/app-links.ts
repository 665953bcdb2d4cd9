import type { AppPlugin, IconName, PluginExtensionAddedLinkConfig } from '@grafana/data';
import { loadPlugin } from './load-plugin.ts';

/** A link of the app in Grafana's own pages: to an address, or to what happens. */
export interface AppLink {
  readonly title: string;
  readonly description: string;
  readonly icon?: IconName | undefined;
  /** The menu in which it stands. */
  readonly group?: string | undefined;
  readonly path?: string | undefined;
  readonly follow?: (() => void) | undefined;
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
          ...(onClick === undefined ? { path } : { follow: () => onClick(undefined, helpers) }),
        },
      ];
    });
}

import { initPluginTranslations, type ResourceLoader } from '@grafana/i18n';

let current = 'en-US';

/**
 * Lets `t` and `Trans` speak the user's language. Each module that Grafana loads awaits it: Grafana has loaded the texts
 * of that plugin by then, and this package is a copy of that module's own.
 *
 * @param id - of the plugin, by which Grafana keeps its texts
 * @param loaders - of texts that libraries bring
 */
export async function initTranslations(id: string, loaders?: ResourceLoader[]): Promise<void> {
  ({ language: current } = await initPluginTranslations(id, loaders));
}

/** The language of the texts, in which numbers are written too. */
export function language(): string {
  return current;
}

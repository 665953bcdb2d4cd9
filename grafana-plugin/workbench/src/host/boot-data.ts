import { chosenLanguage } from './language-choice.ts';
import { chosenTheme } from './theme-choice.ts';

declare global {
  interface Window {
    grafanaBootData?: unknown;
    __grafana_public_path__?: string;
  }
}

/** What a Grafana server would have written into the page. */
export function setBootData(): void {
  const theme = chosenTheme();
  const language = chosenLanguage();
  // Dates of the English workbench are those of most of its readers.
  const regionalFormat = language === 'en-US' ? 'en-GB' : language;
  window.__grafana_public_path__ = '/public/';
  window.grafanaBootData = {
    navTree: [],
    assets: {},
    user: {
      id: 1,
      isSignedIn: true,
      login: 'workbench',
      name: 'Workbench',
      orgId: 1,
      orgRole: 'Viewer',
      lightTheme: theme === 'light',
      theme,
      timezone: 'browser',
      weekStart: 'browser',
      locale: regionalFormat,
      language,
      regionalFormat,
      permissions: {},
    },
    settings: {
      appSubUrl: '',
      appUrl: window.location.origin,
      apps: {},
      panels: {},
      datasources: {},
      defaultDatasource: 'Driftline',
      exploreEnabled: true,
      buildInfo: { version: '13.2.2', edition: 'Open Source', commit: '', env: 'production', hideVersion: false },
      featureToggles: {},
      theme: theme,
      minRefreshInterval: '1s',
      dateFormats: {
        fullDate: 'YYYY-MM-DD HH:mm:ss',
        useBrowserLocale: false,
        interval: {
          millisecond: 'HH:mm:ss.SSS',
          second: 'HH:mm:ss',
          minute: 'HH:mm',
          hour: 'MM-DD HH:mm',
          day: 'MM-DD',
          month: 'YYYY-MM',
          year: 'YYYY',
        },
        defaultTimezone: 'browser',
        defaultWeekStart: 'browser',
      },
    },
  };
}

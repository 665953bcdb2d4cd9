import type { ComponentType } from 'react';
import { AppPage } from './AppPage.tsx';
import { DashboardPage } from './DashboardPage.tsx';
import { LinksPage } from './LinksPage.tsx';
import { NewRulePage } from './NewRulePage.tsx';
import { QueryPage } from './QueryPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

interface PageEntry {
  readonly id: string;
  readonly title: string;
  readonly Component: ComponentType;
  /** Where Grafana has it; pages of the workbench's own are told apart by a parameter. */
  readonly path?: string;
}

const APP = '/a/driftline-model-app';
/** Where the server has the workbench's own pages. */
const OWN = '/workbench/';

const DASHBOARD: PageEntry = { id: 'dashboard', title: 'Dashboard', Component: DashboardPage };

/** The workbench's pages, in the order of its header. */
export const PAGES: readonly PageEntry[] = [
  DASHBOARD,
  { id: 'models', title: 'Models', Component: AppPage, path: APP },
  { id: 'query', title: 'Query', Component: QueryPage, path: '/explore' },
  { id: 'links', title: 'Links', Component: LinksPage },
  { id: 'settings', title: 'Settings', Component: SettingsPage },
];

const PARAMETER = 'page';

/** Where Grafana edits a rule: pages lead there, and the header does not. */
const NEW_RULE: PageEntry = { id: 'new-rule', title: 'New alert rule', Component: NewRulePage, path: '/alerting/new' };

/** The page that the address asks for. */
export function chosenPage({ pathname, search }: Pick<Location, 'pathname' | 'search'> = window.location): PageEntry {
  const asked = new URLSearchParams(search).get(PARAMETER);
  return (
    [NEW_RULE, ...PAGES].find(({ path }) => path !== undefined && pathname.startsWith(path)) ??
    PAGES.find(({ id }) => id === asked) ??
    DASHBOARD
  );
}

/** The address of a page. Pages of the workbench's own keep the rest of the present address. */
export function addressOf({ id, path }: PageEntry): string {
  const address = new URL(window.location.href);
  const theme = address.searchParams.get('theme');
  if (path !== undefined) return theme === null ? path : `${path}?theme=${theme}`;
  if (address.pathname !== OWN) {
    address.pathname = OWN;
    address.search = theme === null ? '' : `?theme=${theme}`;
  }
  address.searchParams.set(PARAMETER, id);
  return address.pathname + address.search;
}

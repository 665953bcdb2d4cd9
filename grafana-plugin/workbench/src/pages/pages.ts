import type { ComponentType } from 'react';
import { DashboardPage } from './DashboardPage.tsx';
import { QueryPage } from './QueryPage.tsx';
import { SettingsPage } from './SettingsPage.tsx';

interface PageEntry {
  readonly id: string;
  readonly title: string;
  readonly Component: ComponentType;
}

const DASHBOARD: PageEntry = { id: 'dashboard', title: 'Dashboard', Component: DashboardPage };

/** The workbench's pages, in the order of its header. */
export const PAGES: readonly PageEntry[] = [
  DASHBOARD,
  { id: 'query', title: 'Query', Component: QueryPage },
  { id: 'settings', title: 'Settings', Component: SettingsPage },
];

const PARAMETER = 'page';

/** The page that the address asks for. */
export function chosenPage(): PageEntry {
  const asked = new URLSearchParams(window.location.search).get(PARAMETER);
  return PAGES.find(({ id }) => id === asked) ?? DASHBOARD;
}

/** The address of a page, with the rest of the present address kept. */
export function addressOf(id: string): string {
  const address = new URL(window.location.href);
  address.searchParams.set(PARAMETER, id);
  return address.pathname + address.search;
}

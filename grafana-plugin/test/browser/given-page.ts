import { chromium, type Browser, type Page } from 'playwright-core';
import { query, startStore, type SeriesHistory, type Store } from '@driftline/local-store';
import { compile, DEFAULT_QUERY, type MeasureQuery } from '@driftline/shared';
import { startWorkbench, type WorkbenchOptions, type WorkbenchServer } from '../../workbench/server/server.ts';
import type { DashboardJson } from '../../workbench/src/dashboard/dashboard-json.ts';
import { CHROMIUM_FLAGS } from './chromium.ts';
import { watchPage, type Watched } from './watch-page.ts';

/** What the tests of a file need of a page. */
export interface Setting {
  /** Series that the store has, by the time in milliseconds since 1970; none unless given. */
  readonly history?: (now: number) => SeriesHistory[];
  readonly workbench?: Omit<WorkbenchOptions, 'store'>;
  /** Stands between the store and the workbench, and is closed with them. */
  readonly between?: (storeUrl: string) => Promise<{ readonly url: string; close(): Promise<void> }>;
  /** Size of the page in pixels. */
  readonly width?: number;
  readonly height?: number;
  /** What else takes its time, while the store starts. */
  readonly meanwhile?: () => Promise<unknown>;
}

/** A page of the workbench over a store: there from the first test of the file to its last. */
export interface Given {
  readonly store: Store;
  readonly workbench: WorkbenchServer;
  readonly page: Page;
  readonly watched: Watched;
  /** Another page of the same browser, which the caller closes and watches. */
  newPage(): Promise<Page>;
  /** Opens an address of the workbench. */
  open(path: string): Promise<void>;
  /** Opens a dashboard, which does not refresh. */
  openDashboard(dashboard: DashboardJson, from?: string): Promise<void>;
  /** What the store itself says of a measure: the value of the first series that has the labels. */
  stored(asked: Partial<MeasureQuery>, labels?: Readonly<Record<string, string>>): Promise<number>;
}

/** Starts everything before the tests, ends it after them, and holds each to a page without faults. */
export function setUpPage(executablePath: string, setting: Setting): Given {
  const { history, between, meanwhile, width = 1440, height = 900 } = setting;
  const given = {} as { -readonly [Key in keyof Given]: Given[Key] };
  let browser: Browser | undefined;
  let standIn: { readonly url: string; close(): Promise<void> } | undefined;

  beforeAll(async () => {
    const [store] = await Promise.all([
      startStore({ kind: 'prometheus', ...(history === undefined ? {} : { history: history(Date.now()) }) }),
      meanwhile?.(),
    ]);
    given.store = store;
    standIn = await between?.(store.url);
    given.workbench = await startWorkbench({ ...setting.workbench, store: standIn?.url ?? store.url });
    const started = await chromium.launch({ executablePath, args: CHROMIUM_FLAGS });
    browser = started;
    given.newPage = () => started.newPage({ viewport: { width, height } });
    given.page = await given.newPage();
    given.watched = watchPage(given.page);
  });

  afterAll(async () => {
    await browser?.close();
    await given.workbench?.close();
    await standIn?.close();
    await given.store?.close();
  });

  afterEach(() => {
    expect(given.watched.faults.splice(0)).toEqual([]);
  });

  given.open = async (path) => {
    await given.page.goto(`${given.workbench.url}${path}`);
  };
  given.openDashboard = async (dashboard, from = 'now-10m') => {
    await given.page.unroute('**/api/workbench/dashboard');
    await given.page.route('**/api/workbench/dashboard', (route) => route.fulfill({ json: dashboard }));
    await given.open(`/?theme=dark&refresh=&from=${from}`);
  };
  given.stored = async (asked, labels = {}) => {
    const samples = await query(given.store.url, compile({ ...DEFAULT_QUERY, ...asked }).promql);
    const found = samples.find((sample) =>
      Object.entries(labels).every(([name, value]) => sample.labels[name] === value),
    );
    return found?.value ?? NaN;
  };
  return given;
}

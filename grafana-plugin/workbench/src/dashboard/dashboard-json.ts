/** The parts of Grafana's dashboard model that our dashboards use. */
export interface DashboardJson {
  readonly uid?: string;
  readonly title: string;
  readonly panels: readonly PanelJson[];
  readonly annotations: { readonly list: readonly AnnotationJson[] };
  readonly templating: { readonly list: readonly VariableJson[] };
  readonly links?: readonly LinkJson[];
}

/** A link to another dashboard or page, which may keep the values of the variables and the time range. */
export interface LinkJson {
  readonly title: string;
  readonly url: string;
  readonly tooltip?: string;
  readonly includeVars: boolean;
  readonly keepTime: boolean;
}

/** A panel, or a row: a panel of the type `row`, which has a title and a place alone. */
export interface PanelJson {
  readonly id: number;
  readonly title: string;
  readonly description: string;
  readonly type: string;
  readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  readonly targets: ReadonlyArray<{ readonly refId: string }>;
  readonly options: object;
  readonly fieldConfig: {
    readonly defaults: {
      readonly thresholds?: {
        readonly steps: ReadonlyArray<{ readonly value: number | null; readonly color: string }>;
      };
    };
  };
  readonly datasource: { readonly type: string; readonly uid: string };
  /** Of a row: whether it is closed, and the panels that it then holds. Those of an open one follow it. */
  readonly collapsed?: boolean;
  readonly panels?: readonly PanelJson[];
}

/** A query whose answer is drawn over the panels. */
export interface AnnotationJson {
  readonly name: string;
  readonly datasource: { readonly type: string; readonly uid: string };
  readonly enable: boolean;
  readonly iconColor: string;
  /** Panels that draw it; all unless given. */
  readonly filter?: { readonly exclude: boolean; readonly ids: number[] };
  readonly target: { readonly refId: string } & Readonly<Record<string, unknown>>;
}

export interface VariableJson {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  /** Of a query. */
  readonly datasource?: { readonly type: string; readonly uid: string };
  /** Of Prometheus, one in an object. */
  readonly query: string | { readonly query: string };
  readonly multi: boolean;
  readonly includeAll: boolean;
}

/**
 * A dashboard that the server has: what is seen here is what is seen in Grafana.
 *
 * @param uid - the one that the app brings unless given
 * @throws {Error} when the server has none
 */
export function loadDashboard(uid?: string): Promise<DashboardJson> {
  return asked(uid === undefined ? 'dashboard' : `dashboards/${encodeURIComponent(uid)}`);
}

/** The dashboards that the server has beside the one that the app brings. */
export function listDashboards(): Promise<readonly { readonly uid: string; readonly title: string }[]> {
  return asked('dashboards');
}

async function asked<T>(path: string): Promise<T> {
  const response = await fetch(`/api/workbench/${path}`);
  if (!response.ok) throw new Error(`The server answered ${response.status} for the dashboard: look at its log.`);
  return (await response.json()) as T;
}

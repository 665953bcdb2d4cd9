/** The parts of Grafana's dashboard model that the app's dashboard uses. */
export interface DashboardJson {
  readonly uid?: string;
  readonly title: string;
  readonly panels: readonly PanelJson[];
  readonly annotations: { readonly list: readonly AnnotationJson[] };
  readonly templating: { readonly list: readonly VariableJson[] };
}

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
  readonly query: string;
  readonly multi: boolean;
  readonly includeAll: boolean;
}

/**
 * The dashboard that the app brings: what is seen here is what is seen in Grafana.
 *
 * @throws {Error} when the server has none
 */
export async function loadDashboard(): Promise<DashboardJson> {
  const response = await fetch('/api/workbench/dashboard');
  if (!response.ok) throw new Error(`The server answered ${response.status} for the dashboard: look at its log.`);
  return (await response.json()) as DashboardJson;
}

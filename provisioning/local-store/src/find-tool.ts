import { hasDebianPackages, programFromPackage } from './debian-package.ts';
import { findOnPath } from './find-on-path.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** A program beside the store: its names on the PATH, where it is in Debian, and where else it is from. */
interface Tool {
  readonly names: readonly string[];
  readonly package: string;
  readonly from: string;
  /** Where Debian's looks for files of its own. */
  readonly dataFolder?: string;
}

const ALERTMANAGER = {
  package: 'prometheus-alertmanager',
  from: 'Alertmanager from prometheus.io',
  dataFolder: '/usr/share/prometheus/alertmanager',
} as const;

const TOOLS = {
  promtool: { names: ['promtool'], package: 'promtool', from: 'Prometheus 3 from prometheus.io' },
  // Debian's name, so that two packages may have one.
  alertmanager: { ...ALERTMANAGER, names: ['prometheus-alertmanager', 'alertmanager'] },
  amtool: { ...ALERTMANAGER, names: ['amtool'] },
  vmalert: { names: ['vmalert'], package: 'victoria-metrics', from: "VictoriaMetrics's utilities" },
} as const satisfies Record<string, Tool>;

export type ToolName = keyof typeof TOOLS;

/**
 * Path of a tool on the PATH, else from the system's packages.
 *
 * @throws {StoreUnavailable} when there is none
 */
export async function findTool(tool: ToolName): Promise<string> {
  const { names, package: packageName, from, dataFolder }: Tool = TOOLS[tool];
  for (const name of names) {
    const path = findOnPath(name);
    if (path !== undefined) return path;
  }
  if (!hasDebianPackages()) throw new StoreUnavailable(`${tool} is not on the PATH: install ${from}.`);
  return programFromPackage(packageName, names[0] as string, dataFolder);
}

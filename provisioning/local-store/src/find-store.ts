import { hasDebianPackages, programFromPackage } from './debian-package.ts';
import { findOnPath } from './find-on-path.ts';
import { findTool } from './find-tool.ts';
import { programFromGoModule, type GoProgram } from './go-module.ts';
import { StoreUnavailable } from './store-unavailable.ts';

/** `official-prometheus` is a build of prometheus.io or from its Go module: it takes OTLP, which Debian's does not. */
export type StoreKind = 'prometheus' | 'victoria-metrics' | 'official-prometheus';

/** A store program that can be started. */
export interface StoreProgram {
  readonly kind: StoreKind;
  readonly path: string;
}

const KINDS: readonly StoreKind[] = ['prometheus', 'victoria-metrics'];

/** Built without the service discovery of clouds, which takes longer than all the rest. */
const OFFICIAL_PROMETHEUS: GoProgram = {
  name: 'prometheus',
  path: 'github.com/prometheus/prometheus/cmd/prometheus',
  version: 'v0.316.0',
  tags: 'remove_all_sd',
};

/**
 * A store on the PATH, else from the system's packages. The official Prometheus is what `PROMETHEUS_BIN` names, else built
 * with Go, once.
 *
 * @param kinds - in order of preference
 * @throws {StoreUnavailable} when there is none
 */
export async function findStore(kinds: readonly StoreKind[] = KINDS): Promise<StoreProgram> {
  if (kinds[0] === 'official-prometheus') return { kind: kinds[0], path: await findOfficialPrometheus() };
  for (const kind of kinds) {
    const path = findOnPath(kind);
    if (path !== undefined) return { kind, path };
  }
  if (!hasDebianPackages()) {
    throw new StoreUnavailable(
      `Neither ${kinds.join(' nor ')} is on the PATH: install Prometheus 3 from prometheus.io, ` +
        'or set PROMETHEUS_URL to a running one that scrapes the service.',
    );
  }
  const kind = kinds[0] as StoreKind;
  return { kind, path: await programFromPackage(kind, kind) };
}

async function findOfficialPrometheus(): Promise<string> {
  const named = process.env['PROMETHEUS_BIN'];
  if (named === undefined) return programFromGoModule(OFFICIAL_PROMETHEUS);
  const path = findOnPath(named);
  if (path === undefined) throw new StoreUnavailable(`PROMETHEUS_BIN is ${named}, which is no program: set its path.`);
  return path;
}

/** `promtool` on the PATH, else from the system's package of that name. */
export const findPromtool = (): Promise<string> => findTool('promtool');

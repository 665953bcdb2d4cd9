import { hasDebianPackages, programFromPackage } from './debian-package.ts';
import { findOnPath } from './find-on-path.ts';
import { StoreUnavailable } from './store-unavailable.ts';

export type StoreKind = 'prometheus' | 'victoria-metrics';

/** A store program that can be started. */
export interface StoreProgram {
  readonly kind: StoreKind;
  readonly path: string;
}

const KINDS: readonly StoreKind[] = ['prometheus', 'victoria-metrics'];

/**
 * A store on the PATH, else from the system's packages.
 *
 * @param kinds - in order of preference
 * @throws {StoreUnavailable} when there is none
 */
export async function findStore(kinds: readonly StoreKind[] = KINDS): Promise<StoreProgram> {
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

/** `promtool` on the PATH, else from the system's package of that name. */
export async function findPromtool(): Promise<string> {
  const path = findOnPath('promtool');
  if (path !== undefined) return path;
  if (!hasDebianPackages()) {
    throw new StoreUnavailable('promtool is not on the PATH: install Prometheus 3 from prometheus.io.');
  }
  return programFromPackage('promtool', 'promtool');
}

import type { DashboardContent } from './content.ts';
import { DATA_QUALITY } from './data-quality.ts';
import { DRIFT } from './drift.ts';
import { driftlineDashboard, type Identity } from './driftline-set.ts';
import { FAIRNESS } from './fairness.ts';
import { MODEL } from './model.ts';
import { MODELS } from './models.ts';
import { PERFORMANCE } from './performance.ts';
import { plainDashboard } from './plain-set.ts';
import { SERVING } from './serving.ts';

const CONTENTS = [MODELS, DRIFT, DATA_QUALITY, PERFORMANCE, FAIRNESS, SERVING];

/** A dashboard and where it is checked in. */
interface DashboardFile {
  /** From the root of the repository. */
  readonly path: string;
  json(): object;
}

/** The set over the Driftline data source, that over Prometheus alone, and the one that the app brings. */
export const DASHBOARDS: readonly DashboardFile[] = [
  ...setOf('driftline', 'driftline', driftlineDashboard),
  ...setOf('plain', 'driftline-promql', plainDashboard),
  {
    path: 'grafana-plugin/src/dashboards/model.json',
    // Grafana imports what an app brings, so it stands beside the others under a uid of its own.
    json: () => driftlineDashboard(MODEL, { uid: 'driftline-app-model', siblings: [] }),
  },
];

function setOf(
  folder: string,
  prefix: string,
  build: (content: DashboardContent, identity: Identity) => object,
): DashboardFile[] {
  const uidOf = ({ id }: DashboardContent): string => `${prefix}-${id}`;
  return CONTENTS.map((content) => ({
    path: `provisioning/grafana/dashboards/${folder}/${content.id}.json`,
    json: () => {
      const siblings = CONTENTS.filter((other) => other !== content).map((other) => ({
        uid: uidOf(other),
        name: other.name,
      }));
      return build(content, { uid: uidOf(content), siblings });
    },
  }));
}

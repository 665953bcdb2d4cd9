import { readFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { alertsGuide, measuresGuide, metricsTable, profileJsonSchema } from '@driftline/shared';
import { defaultGrafanaRules } from './alert-rules.ts';

/** A checked-in file that follows from the sources. */
export interface GeneratedFile {
  /** From the root of the repository. */
  readonly path: string;
  content(): string;
}

/** Everything that `npm run generate` writes; a test fails when one of them is stale. */
export const GENERATED_FILES: readonly GeneratedFile[] = [
  {
    path: 'provisioning/grafana/alerting/driftline.yaml',
    content: () =>
      `# Written by \`npm run generate\` from the measures in shared/: change them there.\n${stringify(defaultGrafanaRules(), { lineWidth: 0 })}`,
  },
  {
    path: 'provisioning/grafana/dashboards/driftline.json',
    content: () => `${JSON.stringify({ ...bundledDashboard(), uid: 'driftline-model' }, undefined, 2)}\n`,
  },
  { path: 'shared/alerts.md', content: alertsGuide },
  { path: 'shared/measures.md', content: measuresGuide },
  { path: 'shared/metrics.md', content: metricsTable },
  {
    path: 'shared/schema/profile-v1.schema.json',
    content: () => `${JSON.stringify(profileJsonSchema(), undefined, 2)}\n`,
  },
];

/** The dashboard that the app brings. Provisioned, it has another identifier, since Grafana may import that one as well. */
function bundledDashboard(): object {
  const file = new URL('../grafana-plugin/src/dashboards/model.json', import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as object;
}

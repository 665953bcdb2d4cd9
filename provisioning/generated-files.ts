import { stringify } from 'yaml';
import { alertConfigJsonSchema, alertsGuide, measuresGuide, metricsTable, profileJsonSchema } from '@driftline/shared';
import { provisionedGrafanaRules } from './alert-rules.ts';
import { DASHBOARDS } from './dashboards/dashboards.ts';

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
      `# Written by \`npm run generate\` from provisioning/alerts.yaml: change limits there.\n${stringify(provisionedGrafanaRules(), { lineWidth: 0, aliasDuplicateObjects: false })}`,
  },
  ...DASHBOARDS.map(({ path, json }) => ({ path, content: () => `${JSON.stringify(json(), undefined, 2)}\n` })),
  { path: 'shared/alerts.md', content: alertsGuide },
  { path: 'shared/measures.md', content: measuresGuide },
  { path: 'shared/metrics.md', content: metricsTable },
  {
    path: 'shared/schema/alerts-v1.schema.json',
    content: () => `${JSON.stringify(alertConfigJsonSchema(), undefined, 2)}\n`,
  },
  {
    path: 'shared/schema/profile-v1.schema.json',
    content: () => `${JSON.stringify(profileJsonSchema(), undefined, 2)}\n`,
  },
];

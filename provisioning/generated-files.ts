import { stringify } from 'yaml';
import { measuresGuide, metricsTable, profileJsonSchema } from '@driftline/shared';
import { defaultGrafanaRules } from './alert-rules.ts';
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
      `# Written by \`npm run generate\` from the measures in shared/: change them there.\n${stringify(defaultGrafanaRules(), { lineWidth: 0 })}`,
  },
  ...DASHBOARDS.map(({ path, json }) => ({ path, content: () => `${JSON.stringify(json(), undefined, 2)}\n` })),
  { path: 'shared/measures.md', content: measuresGuide },
  { path: 'shared/metrics.md', content: metricsTable },
  {
    path: 'shared/schema/profile-v1.schema.json',
    content: () => `${JSON.stringify(profileJsonSchema(), undefined, 2)}\n`,
  },
];

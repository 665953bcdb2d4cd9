import { stringify } from 'yaml';
import {
  alertConfigJsonSchema,
  alertsGuide,
  measuresGuide,
  metricsTable,
  profileJsonSchema,
  prometheusRuleResource,
} from '@driftline/shared';
import { grafanaRulesOf, prometheusRulesOf } from './alert-rules.ts';
import { DASHBOARDS } from './dashboards/dashboards.ts';
import { grafanaNotifications, ownStoreDataSources, withoutReceivers } from './notifications.ts';

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
    content: () => yaml('provisioning/alerts.yaml: change limits there', grafanaRulesOf('alerts.yaml')),
  },
  {
    path: 'provisioning/demo/grafana-rules.yaml',
    content: () => yaml('alerts.yaml: change them there', grafanaRulesOf('demo/alerts.yaml')),
  },
  {
    path: 'provisioning/demo/rules.yaml',
    content: () => yaml('alerts.yaml: change them there', prometheusRulesOf('demo/alerts.yaml')),
  },
  {
    path: 'provisioning/beyond/kubernetes/rules.yaml',
    content: () => yaml('alerts.yaml: change limits there', prometheusRuleResource(prometheusRulesOf('alerts.yaml'))),
  },
  {
    path: 'provisioning/alertmanager/without-receivers.yml',
    content: () => yaml('alertmanager.yml: change it there', withoutReceivers()),
  },
  {
    path: 'provisioning/grafana/notifications/driftline.yaml',
    content: () => yaml('provisioning/alertmanager and links.tmpl: change it there', grafanaNotifications()),
  },
  {
    path: 'provisioning/compose/own-store.yaml',
    content: () =>
      `# Written by \`npm run generate\` from provisioning/grafana/datasources/driftline.yaml.\n${ownStoreDataSources()}`,
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

/** @param source - what it is written from */
function yaml(source: string, content: object): string {
  return `# Written by \`npm run generate\` from ${source}.\n${stringify(content, { lineWidth: 0, aliasDuplicateObjects: false })}`;
}

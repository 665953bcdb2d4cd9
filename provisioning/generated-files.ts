import { stringify } from 'yaml';
import { driftRules } from './alert-rules.ts';

/** The alert rules as Grafana loads them. */
export const alertRulesFile = {
  path: new URL('grafana/alerting/driftline.yaml', import.meta.url),
  content: (): string =>
    `# Written by \`npm run generate\` from the measures in shared/: change them there.\n${stringify(driftRules(), { lineWidth: 0 })}`,
};

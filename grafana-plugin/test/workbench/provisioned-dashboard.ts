import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DashboardJson } from '../../workbench/src/dashboard/dashboard-json.ts';

/** The dashboard that Grafana is provisioned with. */
export const provisionedDashboard = JSON.parse(
  readFileSync(join(__dirname, '../../../provisioning/grafana/dashboards/driftline.json'), 'utf8'),
) as DashboardJson;

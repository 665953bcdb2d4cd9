import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DashboardJson } from '../../workbench/src/dashboard/dashboard-json.ts';

/** The dashboard that the app brings. */
export const bundledDashboard = JSON.parse(
  readFileSync(join(__dirname, '../../src/dashboards/model.json'), 'utf8'),
) as DashboardJson;

import { useEffect, useMemo } from 'react';
import { provisionedDashboard } from '../dashboard/dashboard-json.ts';
import { dashboardScene } from '../dashboard/dashboard-scene.ts';
import { setTemplateRoot } from '../host/templates.ts';

/** The dashboard that Grafana is provisioned with. */
export function DashboardPage() {
  const scene = useMemo(
    () => dashboardScene(provisionedDashboard, { from: 'now-10m', refresh: '5s', variables: { window: '1m' } }),
    [],
  );
  useEffect(() => setTemplateRoot(scene), [scene]);
  return <scene.Component model={scene} />;
}

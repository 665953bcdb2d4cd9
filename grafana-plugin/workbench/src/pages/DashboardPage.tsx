import { useEffect, useMemo } from 'react';
import { provisionedDashboard } from '../dashboard/dashboard-json.ts';
import { sceneOf } from '../dashboard/scene-of.ts';
import { setTemplateRoot } from '../host/templates.ts';

/** The dashboard that Grafana is provisioned with. */
export function DashboardPage() {
  const scene = useMemo(
    () => sceneOf(provisionedDashboard, { from: 'now-10m', refresh: '5s', variables: { window: '1m' } }),
    [],
  );
  useEffect(() => setTemplateRoot(scene), [scene]);
  return <scene.Component model={scene} />;
}

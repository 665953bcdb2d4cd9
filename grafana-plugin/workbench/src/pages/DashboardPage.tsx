import { useEffect, useState } from 'react';
import type { EmbeddedScene } from '@grafana/scenes';
import { Alert } from '@grafana/ui';
import { loadDashboard } from '../dashboard/dashboard-json.ts';
import { dashboardScene } from '../dashboard/dashboard-scene.ts';
import { setTemplateRoot } from '../host/templates.ts';

/** The dashboard that Grafana is provisioned with. */
export function DashboardPage() {
  const [scene, setScene] = useState<EmbeddedScene>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    loadDashboard().then(
      (dashboard) => {
        const loaded = dashboardScene(dashboard, { from: 'now-10m', refresh: '5s', variables: { window: '1m' } });
        setTemplateRoot(loaded);
        setScene(loaded);
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  if (problem !== undefined) return <Alert title={problem} />;
  return scene === undefined ? null : <scene.Component model={scene} />;
}

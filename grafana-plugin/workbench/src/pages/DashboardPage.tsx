import { useEffect, useState } from 'react';
import { locationService } from '@grafana/runtime';
import type { EmbeddedScene } from '@grafana/scenes';
import { Alert } from '@grafana/ui';
import { loadDashboard } from '../dashboard/dashboard-json.ts';
import { dashboardScene } from '../dashboard/dashboard-scene.ts';
import { panelMenu } from '../host/panel-menu.ts';
import { setTemplateRoot } from '../host/templates.ts';

/** The dashboard that Grafana is provisioned with. */
export function DashboardPage() {
  const [scene, setScene] = useState<EmbeddedScene>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    loadDashboard().then(
      (dashboard) => {
        const { uid = 'dashboard', title } = dashboard;
        const { from = 'now-10m' } = locationService.getSearchObject();
        const settings = { from: String(from), refresh: '5s', variables: { window: '1m' } };
        const loaded = dashboardScene(dashboard, settings, () => panelMenu({ uid, title }));
        setTemplateRoot(loaded);
        setScene(loaded);
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
  }, []);
  if (problem !== undefined) return <Alert title={problem} />;
  return scene === undefined ? null : <scene.Component model={scene} />;
}

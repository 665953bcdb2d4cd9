import { useEffect, useState } from 'react';
import { locationService } from '@grafana/runtime';
import type { EmbeddedScene } from '@grafana/scenes';
import { Alert } from '@grafana/ui';
import { loadDashboard } from '../dashboard/dashboard-json.ts';
import { dashboardScene } from '../dashboard/dashboard-scene.ts';
import { panelMenu } from '../host/panel-menu.ts';
import { setTemplateRoot } from '../host/templates.ts';

/** Values of variables, of the demo and, as in Grafana, of the address. */
function variables(): Record<string, string> {
  const own = [...new URLSearchParams(window.location.search)].flatMap(([key, value]) =>
    key.startsWith('var-') ? [[key.slice(4), value] as const] : [],
  );
  return { model: 'income', window: '1m', ...Object.fromEntries(own) };
}

/** The dashboard that the app brings. */
export function DashboardPage() {
  const [scene, setScene] = useState<EmbeddedScene>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    loadDashboard().then(
      (dashboard) => {
        const { uid = 'dashboard', title } = dashboard;
        const { from = 'now-10m', refresh = '5s' } = locationService.getSearchObject();
        const settings = { from: String(from), refresh: String(refresh), variables: variables() };
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

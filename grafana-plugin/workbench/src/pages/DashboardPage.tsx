import { css } from '@emotion/css';
import { useEffect, useState } from 'react';
import { locationService } from '@grafana/runtime';
import type { EmbeddedScene } from '@grafana/scenes';
import { Alert, Tab, TabsBar } from '@grafana/ui';
import { listDashboards, loadDashboard } from '../dashboard/dashboard-json.ts';
import { dashboardScene } from '../dashboard/dashboard-scene.ts';
import { panelMenu } from '../host/panel-menu.ts';
import { setTemplateRoot } from '../host/templates.ts';

/** Values of variables, of the demo and, as in Grafana, of the address. */
function variables(): Record<string, string[]> {
  const parameters = new URLSearchParams(window.location.search);
  const own = [...new Set(parameters.keys())].flatMap((key) =>
    key.startsWith('var-') ? [[key.slice(4), parameters.getAll(key)] as const] : [],
  );
  return { model: ['income'], window: ['1m'], ...Object.fromEntries(own) };
}

/** The dashboard that the address names as Grafana's does, or the one that the app brings. */
const askedUid = (): string | undefined => /^\/d\/([^/]+)/.exec(window.location.pathname)?.[1];

/** A dashboard, and the others to choose from. */
export function DashboardPage() {
  const [scene, setScene] = useState<EmbeddedScene>();
  const [problem, setProblem] = useState<string>();
  useEffect(() => {
    loadDashboard(askedUid()).then(
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
  if (scene === undefined) return null;
  return (
    <>
      <DashboardTabs />
      <scene.Component model={scene} />
    </>
  );
}

/** The dashboards of the server; nothing where it has none beside that of the app. */
function DashboardTabs() {
  const [dashboards, setDashboards] = useState<Awaited<ReturnType<typeof listDashboards>>>([]);
  useEffect(() => void listDashboards().then(setDashboards, () => undefined), []);
  if (dashboards.length === 0) return null;
  const uid = askedUid();
  const theme = new URLSearchParams(window.location.search).get('theme');
  const address = (path: string): string => (theme === null ? path : `${path}?theme=${theme}`);
  return (
    <TabsBar className={css({ marginBottom: 16 })}>
      <Tab label="Driftline: model" href={address('/workbench/')} active={uid === undefined} />
      {dashboards.map((each) => (
        <Tab key={each.uid} label={each.title} href={address(`/d/${each.uid}`)} active={uid === each.uid} />
      ))}
    </TabsBar>
  );
}

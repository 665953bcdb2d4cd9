import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import type { LinkJson } from './dashboard-json.ts';

interface DashboardLinksState extends SceneObjectState {
  readonly links: readonly LinkJson[];
}

/** The links of a dashboard, beside its variables. */
export class DashboardLinks extends SceneObjectBase<DashboardLinksState> {
  static Component = Links;
}

function Links({ model }: SceneComponentProps<DashboardLinks>) {
  const styles = useStyles2(getStyles);
  const { links } = model.useState();
  const variables = sceneGraph.getVariables(model);
  // What is chosen is read again whenever a variable or the time range changes.
  sceneGraph.getTimeRange(model).useState();
  variables.useState();
  return (
    <nav className={styles.links} aria-label="Dashboards">
      {links.map((link) => (
        <a
          key={link.title}
          className={styles.link}
          title={link.tooltip}
          href={addressOf(model, link)}
          // A variable may have changed since this was drawn.
          onPointerDown={({ currentTarget }) => currentTarget.setAttribute('href', addressOf(model, link))}
        >
          {link.title}
        </a>
      ))}
    </nav>
  );
}

/** Where a link leads, with the values of variables and the time range if it keeps them. */
export function addressOf(model: DashboardLinks, { url, includeVars, keepTime }: LinkJson): string {
  const address = new URL(sceneGraph.interpolate(model, url), window.location.origin);
  const theme = new URLSearchParams(window.location.search).get('theme');
  if (theme !== null) address.searchParams.set('theme', theme);
  if (keepTime) {
    const { from, to } = sceneGraph.getTimeRange(model).state;
    address.searchParams.set('from', from);
    address.searchParams.set('to', to);
  }
  for (const variable of includeVars ? sceneGraph.getVariables(model).state.variables : []) {
    for (const [key, values] of Object.entries(variable.urlSync?.getUrlState() ?? {})) {
      for (const value of [values ?? []].flat()) address.searchParams.append(key, value);
    }
  }
  return address.pathname + address.search;
}

const getStyles = (theme: GrafanaTheme2) => ({
  links: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5) }),
  link: css({
    padding: theme.spacing(0.5, 1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    '&:hover': { background: theme.colors.action.hover },
  }),
});

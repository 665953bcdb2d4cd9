import { DashboardLinkBuilder, DashboardLinkType } from '@grafana/grafana-foundation-sdk/dashboard';

/** Links to other dashboards, which keep the time and all that is chosen. */
export function dashboardLinks(
  dashboards: readonly { readonly uid: string; readonly name: string }[],
): DashboardLinkBuilder[] {
  return dashboards.map(({ uid, name }) =>
    new DashboardLinkBuilder(name)
      .type(DashboardLinkType.Link)
      .icon('dashboard')
      .url(`/d/${uid}`)
      .includeVars(true)
      .keepTime(true),
  );
}

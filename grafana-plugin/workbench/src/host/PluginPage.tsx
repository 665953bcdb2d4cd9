import { css } from '@emotion/css';
import { PageLayoutType, type GrafanaTheme2, type NavModelItem } from '@grafana/data';
import type { PluginPageProps } from '@grafana/runtime';
import { Tab, TabsBar, TextLink, useStyles2 } from '@grafana/ui';

/** The frame that Grafana draws around a page of an app: breadcrumbs, title, actions and tabs. */
export function PluginPage({ pageNav, actions, renderTitle, subTitle, layout, children }: PluginPageProps) {
  const styles = useStyles2(getStyles);
  if (layout === PageLayoutType.Custom || pageNav === undefined) return <>{children}</>;
  return (
    <div className={styles.page}>
      <nav aria-label="Breadcrumbs" className={styles.crumbs}>
        {trailOf(pageNav).map((item, index, all) => (
          <span key={item.url ?? item.text} className={styles.crumb}>
            {index < all.length - 1 ? (
              <>
                <TextLink href={item.url ?? ''} color="secondary" variant="bodySmall">
                  {item.text}
                </TextLink>
                <span aria-hidden>›</span>
              </>
            ) : (
              <span aria-current="page">{item.text}</span>
            )}
          </span>
        ))}
      </nav>
      <div className={styles.head}>
        <div>
          {renderTitle?.(pageNav.text) ?? <h1 className={styles.title}>{pageNav.text}</h1>}
          {subTitle !== undefined && <div className={styles.subTitle}>{subTitle}</div>}
        </div>
        <div className={styles.actions}>{actions}</div>
      </div>
      {pageNav.children !== undefined && pageNav.children.length > 0 && (
        <TabsBar className={styles.tabs}>
          {pageNav.children.map(({ text, url, active, icon }) => (
            <Tab key={text} label={text} href={url} active={active} icon={icon} />
          ))}
        </TabsBar>
      )}
      {children}
    </div>
  );
}

/** The page's ancestors, the topmost first, and the page itself. */
function trailOf(item: NavModelItem): NavModelItem[] {
  const above = item.parentItem === undefined ? [] : trailOf(item.parentItem);
  return item.hideFromBreadcrumbs === true ? above : [...above, item];
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
  crumbs: css({ display: 'flex', gap: theme.spacing(0.5), marginBottom: theme.spacing(1) }),
  crumb: css({
    display: 'inline-flex',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: theme.spacing(1, 3),
    marginBottom: theme.spacing(2),
  }),
  title: css({ margin: 0, fontSize: theme.typography.h2.fontSize }),
  subTitle: css({ color: theme.colors.text.secondary, marginTop: theme.spacing(0.5) }),
  actions: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  tabs: css({ marginBottom: theme.spacing(2) }),
});

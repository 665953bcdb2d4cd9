import { t } from '@grafana/i18n';
import { css, keyframes } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Keeps the place of what is being loaded. */
export function LoadingRows({ rows = 5, height = 24 }: { readonly rows?: number; readonly height?: number }) {
  const styles = useStyles2(getStyles);
  return (
    <div role="progressbar" aria-label={t('pages.loading-rows.aria-label-loading', 'Loading')} className={styles.rows}>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} style={{ height }} />
      ))}
    </div>
  );
}

const pulse = keyframes({ '50%': { opacity: 0.5 } });

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  row: css({
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    [theme.transitions.handleMotion('no-preference')]: { animation: `${pulse} 1.6s ease-in-out infinite` },
  }),
});

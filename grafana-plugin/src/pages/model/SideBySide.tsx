import { css } from '@emotion/css';
import { Children, type ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Parts of a page beside each other, below each other where there is no room for both. */
export function SideBySide({ children }: { readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.grid}>
      {Children.map(children, (child) => (
        <div className={styles.part}>{child}</div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 740px), 1fr))',
    gap: theme.spacing(2),
    alignItems: 'start',
  }),
  part: css({ minWidth: 0 }),
});

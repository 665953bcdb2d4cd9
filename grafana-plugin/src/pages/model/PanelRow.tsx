import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

/** Panels beside each other, below each other where there is no room. */
export function PanelRow({
  panels,
  height = 300,
}: {
  readonly panels: readonly ReactNode[];
  readonly height?: number;
}) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.row}>
      {panels.map((panel, index) => (
        <div key={index} className={styles.panel} style={{ height }}>
          {panel}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(2) }),
  // What is alone in its line takes all of it.
  panel: css({ flex: '1 1 320px', minWidth: 0 }),
});

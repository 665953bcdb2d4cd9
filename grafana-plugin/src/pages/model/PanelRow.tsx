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
        <div key={index} style={{ height, minWidth: 0 }}>
          {panel}
        </div>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'grid', gridTemplateColumns: 'repeat(auto-fit, minmax(320px, 1fr))', gap: theme.spacing(2) }),
});

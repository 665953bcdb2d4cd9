import { css } from '@emotion/css';
import { memo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { MapRow } from './map-rows.ts';
import { rowLabel } from './row-label.ts';

interface RowNamesProps {
  readonly rows: readonly MapRow[];
  readonly rowHeight: number;
}

/** Names of rows, one below the other. */
export const RowNames = memo(function RowNames({ rows, rowHeight }: RowNamesProps) {
  const styles = useStyles2(getStyles);
  const style = { height: rowHeight, lineHeight: `${rowHeight}px` };
  return rows.map(({ name }, i) => {
    const { start, end } = rowLabel(name);
    return (
      <div key={i} className={styles.name} style={style} title={name}>
        <span className={styles.start}>{start}</span>
        {end !== '' && <span className={styles.end}>{end}</span>}
      </div>
    );
  });
});

const getStyles = (theme: GrafanaTheme2) => ({
  name: css({
    display: 'flex',
    justifyContent: 'flex-end',
    paddingRight: theme.spacing(1),
    overflow: 'hidden',
    whiteSpace: 'pre',
  }),
  start: css({ minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis' }),
  end: css({ flex: 'none', maxWidth: '75%', overflow: 'hidden', textOverflow: 'ellipsis' }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import type { BinRow } from './bin-rows.ts';

/** A point of the window, in pixels. */
export interface PointerPosition {
  readonly x: number;
  readonly y: number;
}

interface BinTooltipProps {
  readonly label: string;
  readonly rows: readonly BinRow[];
  readonly position: PointerPosition;
}

const DISTANCE = { x: 12, y: 12 };

/** The numbers of one bin beside the pointer, over whatever is there: a panel may be smaller. */
export function BinTooltip({ label, rows, position }: BinTooltipProps) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={position} offset={DISTANCE} allowPointerEvents={false}>
        <div className={styles.tooltip} role="tooltip">
          <strong>{label}</strong>
          {rows.map(({ name, value, color }) => (
            <div key={name} className={styles.row}>
              <i className={styles.color} style={{ background: color ?? 'transparent' }} />
              <span className={styles.name}>{name}</span>
              <span className={styles.value}>{value}</span>
            </div>
          ))}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.25),
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  color: css({ width: 10, height: 10, borderRadius: 2 }),
  name: css({ flex: 1, color: theme.colors.text.secondary }),
  value: css({ fontVariantNumeric: 'tabular-nums' }),
});

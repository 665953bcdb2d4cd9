import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Portal, useStyles2, VizTooltipContainer } from '@grafana/ui';
import type { Bin } from '../distributions.ts';
import { percent } from './percent.ts';

/** A point of the window, in pixels. */
export interface PointerPosition {
  readonly x: number;
  readonly y: number;
}

const DISTANCE = { x: 12, y: 12 };

/** The numbers of one bin beside the pointer, over whatever is there: a panel may be smaller. */
export function BinTooltip({ bin, position }: { bin: Bin; position: PointerPosition }) {
  const styles = useStyles2(getStyles);
  return (
    <Portal>
      <VizTooltipContainer position={position} offset={DISTANCE} allowPointerEvents={false}>
        <div className={styles.tooltip} role="tooltip">
          <strong>{bin.label}</strong>
          <span>Reference {percent(bin.reference)}</span>
          <span>Live {percent(bin.live)}</span>
          {bin.contribution !== undefined && <span>Contributes {bin.contribution.toFixed(4)} to the PSI</span>}
        </div>
      </VizTooltipContainer>
    </Portal>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    display: 'flex',
    flexDirection: 'column',
    padding: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

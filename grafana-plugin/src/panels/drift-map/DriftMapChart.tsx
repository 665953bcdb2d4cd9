import { css } from '@emotion/css';
import { useMemo, useRef, useState } from 'react';
import type { DataFrame, GrafanaTheme2, TimeZone } from '@grafana/data';
import type { TooltipDisplayMode } from '@grafana/schema';
import { useStyles2 } from '@grafana/ui';
import { ColorScale } from './ColorScale.tsx';
import { mapLayout } from './map-layout.ts';
import { largestOf } from './map-pixels.ts';
import { MapPlot } from './MapPlot.tsx';
import type { DriftMap } from './map-rows.ts';
import { labelLength } from './row-label.ts';
import { RowNames } from './RowNames.tsx';
import { TimeAxis } from './TimeAxis.tsx';
import { topRow, visibleRows } from './visible-rows.ts';

interface DriftMapChartProps {
  readonly map: DriftMap;
  /** Those of the panel, of which some may hold distributions. */
  readonly frames: readonly DataFrame[];
  readonly width: number;
  readonly height: number;
  readonly timeZone: TimeZone;
  readonly showScale: boolean;
  readonly tooltipMode: TooltipDisplayMode;
}

/** The map with names on the left and times below. Only rows in view are drawn: a model may have thousands of features. */
export function DriftMapChart({ map, frames, width, height, timeZone, showScale, tooltipMode }: DriftMapChartProps) {
  const styles = useStyles2(getStyles);
  const view = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const { rows, times } = map;
  const letters = useMemo(() => Math.max(...rows.map(({ name }) => labelLength(name))), [rows]);
  const largest = useMemo(() => largestOf(rows), [rows]);
  const layout = mapLayout(rows.length, letters, width, height, showScale);
  const { labelWidth, plotWidth, plotHeight, rowHeight, viewHeight } = layout;
  const { first, end } = visibleRows(top, Math.ceil(viewHeight / rowHeight), rows.length);
  const drawn = useMemo(() => rows.slice(first, end), [rows, first, end]);

  const scrollTo = (row: number): void => {
    if (view.current === null) return;
    const { scrollTop } = view.current;
    view.current.scrollTop = Math.min(Math.max(scrollTop, (row + 1) * rowHeight - viewHeight), row * rowHeight);
  };
  return (
    <div style={{ width, height }} data-testid="driftline-drift-map">
      <div
        ref={view}
        className={styles.view}
        style={{ height: viewHeight }}
        onScroll={({ currentTarget }) => setTop(topRow(currentTarget.scrollTop, rowHeight))}
      >
        <div className={styles.names} style={{ width: labelWidth, paddingTop: first * rowHeight }}>
          <RowNames rows={drawn} rowHeight={rowHeight} />
        </div>
        <MapPlot
          map={map}
          drawn={drawn}
          first={first}
          largest={largest}
          frames={frames}
          width={plotWidth}
          height={plotHeight}
          rowHeight={rowHeight}
          timeZone={timeZone}
          tooltipMode={tooltipMode}
          scrollTo={scrollTo}
        />
      </div>
      {layout.hasAxis && <TimeAxis times={times} left={labelWidth} width={plotWidth} timeZone={timeZone} />}
      {layout.hasScale && <ColorScale rows={rows} largest={largest} left={labelWidth} width={plotWidth} />}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  view: css({ display: 'flex', overflowX: 'hidden', overflowY: 'auto' }),
  names: css({
    flex: 'none',
    alignSelf: 'flex-start',
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

import { css } from '@emotion/css';
import { useId, useLayoutEffect, useRef, type MouseEvent } from 'react';
import {
  dateTimeFormat,
  formattedValueToString,
  type DataFrame,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import { t } from '@grafana/i18n';
import { TooltipDisplayMode } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatDecimal } from '../../common/format-decimal.ts';
import { linksOf, linksSentence } from '../common/data-links.ts';
import { severityName, severityOf } from '../common/severity.ts';
import { useCursor } from '../common/use-cursor.ts';
import { mapPixels } from './map-pixels.ts';
import type { DriftMap, MapRow } from './map-rows.ts';
import { MapTooltip } from './MapTooltip.tsx';

interface MapPlotProps {
  readonly map: DriftMap;
  /** The rows of the map that are drawn, the first of which has the index `first`. */
  readonly drawn: readonly MapRow[];
  readonly first: number;
  /** The largest value of rows without limits. */
  readonly largest: number;
  /** Those of the panel, of which some may hold distributions. */
  readonly frames: readonly DataFrame[];
  readonly width: number;
  /** Of all rows. */
  readonly height: number;
  readonly rowHeight: number;
  readonly timeZone: TimeZone;
  readonly tooltipMode: TooltipDisplayMode;
  /** Brings a row into view. */
  readonly scrollTo: (row: number) => void;
}

/** The cells on a canvas. Arrow keys go from cell to cell, and Enter to its data links. */
export function MapPlot({ map, drawn, first, largest, frames, width, height, rowHeight, ...rest }: MapPlotProps) {
  const { timeZone, tooltipMode, scrollTo } = rest;
  const { isDark } = useTheme2();
  const styles = useStyles2(getStyles);
  const status = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const { rows, times } = map;

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || times.length === 0) return;
    // One pixel a cell; the browser makes it as large as the plot.
    context.putImageData(new ImageData(mapPixels(drawn, largest, isDark), times.length, drawn.length), 0, 0);
  }, [drawn, largest, isDark, times.length]);

  const columnWidth = width / Math.max(times.length, 1);
  const { cursor, links, point, handlers } = useCursor({
    rows: rows.length,
    columns: times.length,
    start: { row: 0, column: times.length - 1 },
    placeOf: (row, column) => {
      scrollTo(row);
      const box = plot.current?.getBoundingClientRect();
      return box && { x: box.left + (column + 0.5) * columnWidth, y: box.top + (row + 1) * rowHeight };
    },
    linksOf: (row, column) => {
      const { field, times: own = [] } = rows[row] ?? {};
      return linksOf([field], own.indexOf(times[column] ?? NaN));
    },
  });
  const onMouseMove = (event: MouseEvent<HTMLElement>): void => {
    const box = event.currentTarget.getBoundingClientRect();
    const row = within(Math.floor((event.clientY - box.top) / rowHeight), rows.length);
    point(row, within(Math.floor((event.clientX - box.left) / columnWidth), times.length), event);
  };

  const { row: atRow = -1, column = -1 } = cursor ?? {};
  const row = rows[atRow];
  const cell = row && { row, text: cellText(row, row.values[column] ?? NaN) };
  const time = dateTimeFormat(times[column] ?? NaN, { timeZone });
  return (
    <div
      ref={plot}
      className={styles.plot}
      style={{ width, height }}
      role="application"
      aria-label={summary(rows)}
      aria-describedby={status}
      {...handlers}
      onMouseMove={onMouseMove}
    >
      <canvas
        ref={canvas}
        width={Math.max(times.length, 1)}
        height={drawn.length}
        className={styles.canvas}
        style={{ top: first * rowHeight, height: drawn.length * rowHeight }}
      />
      {cell !== undefined && (
        <div
          className={styles.cell}
          style={{
            left: column * columnWidth,
            top: atRow * rowHeight,
            width: Math.max(columnWidth, 4),
            height: rowHeight,
          }}
        />
      )}
      <span id={status} className={styles.unseen} aria-live="polite">
        {cell !== undefined &&
          [`${cell.row.name}, ${time}: ${cell.text}`, linksSentence(links)].filter(Boolean).join('. ')}
      </span>
      {cursor !== undefined && cell !== undefined && (cursor.isPinned || tooltipMode !== TooltipDisplayMode.None) && (
        <MapTooltip
          name={cell.row.name}
          rows={[
            { name: t('panels.drift-map.value', 'Value'), value: cell.text },
            { name: t('panels.drift-map.time', 'Time'), value: time },
          ]}
          links={links}
          frames={frames}
          cursor={cursor}
        />
      )}
    </div>
  );
}

const within = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1);

function cellText({ field, limits }: MapRow, value: number): string {
  if (Number.isNaN(value)) return t('panels.drift-map.no-value', 'no value');
  const text = field.display === undefined ? formatDecimal(value, 3) : formattedValueToString(field.display(value));
  return limits === undefined ? text : `${text}, ${severityName(severityOf(value, limits))}`;
}

/** What people who do not see the map want to know first. */
function summary(rows: readonly MapRow[]): string {
  const [first] = rows;
  const number = rows.length;
  if (first === undefined) return t('panels.drift-map.summary', 'Drift map of {{number}} series.', { number });
  return t(
    'panels.drift-map.summary-first',
    'Drift map of {{number}} series. First: {{- name}}, at its worst {{- value}}.',
    { number, name: first.name, value: cellText(first, first.worst) },
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({ position: 'relative', flex: 'none', background: theme.colors.background.secondary }),
  canvas: css({ position: 'absolute', left: 0, width: '100%', imageRendering: 'pixelated' }),
  cell: css({
    position: 'absolute',
    outline: `2px solid ${theme.colors.text.maxContrast}`,
    pointerEvents: 'none',
  }),
  unseen: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
});

import { css } from '@emotion/css';
import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type MouseEvent } from 'react';
import {
  dateTimeFormat,
  formattedValueToString,
  type DataFrame,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';
import { TooltipDisplayMode } from '@grafana/schema';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { severityOf } from '../common/severity.ts';
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

/** A cell of the map, and where its tooltip stands in the window. */
interface Pointed {
  readonly row: number;
  readonly column: number;
  readonly x: number;
  readonly y: number;
}

/** The cells on a canvas. Arrow keys go from cell to cell. */
export function MapPlot({ map, drawn, first, largest, frames, width, height, rowHeight, ...rest }: MapPlotProps) {
  const { timeZone, tooltipMode, scrollTo } = rest;
  const { isDark } = useTheme2();
  const styles = useStyles2(getStyles);
  const status = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const plot = useRef<HTMLDivElement>(null);
  const [pointed, setPointed] = useState<Pointed>();
  const { rows, times } = map;

  useLayoutEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (context === null || context === undefined || times.length === 0) return;
    // One pixel a cell; the browser makes it as large as the plot.
    context.putImageData(new ImageData(mapPixels(drawn, largest, isDark), times.length, drawn.length), 0, 0);
  }, [drawn, largest, isDark, times.length]);

  const columnWidth = width / Math.max(times.length, 1);
  const pointTo = (row: number, column: number): void => {
    const [atRow, atColumn] = [within(row, rows.length), within(column, times.length)];
    scrollTo(atRow);
    const box = plot.current?.getBoundingClientRect();
    if (box === undefined) return;
    setPointed({
      row: atRow,
      column: atColumn,
      x: box.left + (atColumn + 0.5) * columnWidth,
      y: box.top + (atRow + 1) * rowHeight,
    });
  };
  const onMouseMove = ({ clientX, clientY, currentTarget }: MouseEvent): void => {
    const box = currentTarget.getBoundingClientRect();
    const row = within(Math.floor((clientY - box.top) / rowHeight), rows.length);
    const column = within(Math.floor((clientX - box.left) / columnWidth), times.length);
    setPointed({ row, column, x: clientX, y: clientY });
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const { row, column } = pointed ?? { row: 0, column: times.length };
    const moves: Readonly<Record<string, () => void>> = {
      ArrowRight: () => pointTo(row, column + 1),
      ArrowLeft: () => pointTo(row, column - 1),
      ArrowDown: () => pointTo(pointed === undefined ? 0 : row + 1, column),
      ArrowUp: () => pointTo(row - 1, column),
      Home: () => pointTo(row, 0),
      End: () => pointTo(row, times.length - 1),
      Escape: () => setPointed(undefined),
      Enter: () => openLink(rows[row], column),
    };
    const move = moves[event.key];
    if (move === undefined) return;
    event.preventDefault();
    move();
  };

  const row = pointed === undefined ? undefined : rows[pointed.row];
  const time = pointed === undefined ? undefined : times[pointed.column];
  const cell =
    row === undefined || time === undefined ? undefined : { row, time, value: row.values[pointed?.column ?? 0] ?? NaN };
  const said = cell === undefined ? undefined : cellText(cell.row, cell.value);
  return (
    <>
      <div
        ref={plot}
        className={styles.plot}
        style={{ width, height }}
        role="img"
        aria-label={summary(rows)}
        aria-describedby={status}
        tabIndex={0}
        onKeyDown={onKeyDown}
        onBlur={() => setPointed(undefined)}
        onMouseMove={onMouseMove}
        onMouseLeave={() => setPointed(undefined)}
        onClick={() => pointed !== undefined && openLink(rows[pointed.row], pointed.column)}
      >
        <canvas
          ref={canvas}
          width={Math.max(times.length, 1)}
          height={drawn.length}
          className={styles.canvas}
          style={{ top: first * rowHeight, height: drawn.length * rowHeight }}
        />
        {pointed !== undefined && (
          <div
            className={styles.cell}
            style={{
              left: pointed.column * columnWidth,
              top: pointed.row * rowHeight,
              width: Math.max(columnWidth, 4),
              height: rowHeight,
            }}
          />
        )}
      </div>
      <span id={status} className={styles.unseen} aria-live="polite">
        {cell !== undefined && `${cell.row.name}, ${dateTimeFormat(cell.time, { timeZone })}: ${said}`}
      </span>
      {pointed !== undefined && cell !== undefined && tooltipMode !== TooltipDisplayMode.None && (
        <MapTooltip
          name={cell.row.name}
          time={dateTimeFormat(cell.time, { timeZone })}
          text={said ?? ''}
          frames={frames}
          position={pointed}
        />
      )}
    </>
  );
}

const within = (index: number, length: number): number => Math.min(Math.max(index, 0), length - 1);

function cellText({ field, limits }: MapRow, value: number): string {
  if (Number.isNaN(value)) return 'no value';
  const text = field.display === undefined ? value.toFixed(3) : formattedValueToString(field.display(value));
  return limits === undefined ? text : `${text}, ${severityOf(value, limits)}`;
}

/** What people who do not see the map want to know first. */
function summary(rows: readonly MapRow[]): string {
  const [first] = rows;
  const worst = first === undefined ? '' : ` First: ${first.name}, at its worst ${cellText(first, first.worst)}.`;
  return `Drift map of ${rows.length} series.${worst}`;
}

/** Follows the first data link of a cell, if the panel has any. */
function openLink(row: MapRow | undefined, column: number): void {
  const [link] = row?.field.getLinks?.({ valueRowIndex: column }) ?? [];
  if (link === undefined) return;
  if (link.onClick !== undefined) link.onClick(undefined);
  else window.open(link.href, link.target ?? '_self');
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

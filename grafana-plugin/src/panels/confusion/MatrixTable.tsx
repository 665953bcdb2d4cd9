import { css } from '@emotion/css';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import type { Cell, ConfusionMatrix } from './confusion-matrix.ts';
import { historyPath } from './history-path.ts';
import type { CellShow } from './options.ts';

interface MatrixTableProps {
  readonly matrix: ConfusionMatrix;
  readonly show: CellShow;
  readonly showHistory: boolean;
  readonly width: number;
  readonly height: number;
}

const HEAD_HEIGHT = 22;
const LOWEST_ROW = 24;
const ROOM_FOR_HISTORY = { width: 60, height: 44 };
const HISTORY_HEIGHT = 16;
/** How much of its color the fullest cell has: text stays readable on it. */
const FULL = 0.45;

/** Rows are actual classes, columns predicted ones. Right outcomes are blue, wrong ones orange, as full as their share. */
export function MatrixTable({ matrix, show, showHistory, width, height }: MatrixTableProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const { classes, cells, model } = matrix;
  const headWidth = Math.min(120, width * 0.3);
  const rowHeight = Math.max(Math.floor((height - HEAD_HEIGHT - 6) / classes.length), LOWEST_ROW);
  const columnWidth = (width - headWidth) / classes.length;
  const hasHistory = showHistory && rowHeight >= ROOM_FOR_HISTORY.height && columnWidth >= ROOM_FOR_HISTORY.width;
  const largest = Math.max(...cells.flat().map(({ count, share }) => (show === 'count' ? count : (share ?? 0))), 0);
  const background = ({ predicted, actual, count, share }: Cell): string => {
    const value = show === 'count' ? count : (share ?? 0);
    const color = theme.visualization.getColorByName(predicted === actual ? 'blue' : 'orange');
    return largest === 0 ? 'transparent' : colorManipulator.alpha(color, FULL * (value / largest));
  };
  return (
    <div
      className={styles.view}
      style={{ width, height }}
      tabIndex={0}
      role="region"
      aria-label={`Confusion matrix of ${model}`}
    >
      <table className={styles.table}>
        <thead>
          <tr style={{ height: HEAD_HEIGHT }}>
            <th className={styles.corner} style={{ width: headWidth }}>
              actual ↓ predicted →
            </th>
            {classes.map((name) => (
              <th key={name} scope="col" className={styles.head} title={`predicted ${name}`}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, i) => (
            <tr key={classes[i]} style={{ height: rowHeight }}>
              <th scope="row" className={styles.rowHead} title={`actual ${classes[i] ?? ''}`}>
                {classes[i]}
              </th>
              {row.map((cell) => (
                <td
                  key={cell.predicted}
                  className={styles.cell}
                  style={{ background: background(cell) }}
                  title={titleOf(cell)}
                  data-cell={`${cell.predicted} ${cell.actual}`}
                >
                  <div>{textOf(cell, show)}</div>
                  {hasHistory && cell.history.length > 1 && (
                    <svg
                      className={styles.history}
                      width="80%"
                      height={HISTORY_HEIGHT}
                      viewBox={`0 0 100 ${HISTORY_HEIGHT}`}
                      preserveAspectRatio="none"
                      aria-hidden
                    >
                      <path d={historyPath(cell.history, 100, HISTORY_HEIGHT)} vectorEffect="non-scaling-stroke" />
                    </svg>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function textOf({ count, share }: Cell, show: CellShow): string {
  if (show === 'count') return Math.round(count).toLocaleString('en-US');
  return share === undefined ? '–' : `${(100 * share).toFixed(1)}%`;
}

function titleOf({ predicted, actual, count, share }: Cell): string {
  const counted = `${Math.round(count).toLocaleString('en-US')} predicted ${predicted}, actual ${actual}`;
  return share === undefined ? counted : `${counted} (${(100 * share).toFixed(1)}%)`;
}

const getStyles = (theme: GrafanaTheme2) => {
  const clipped = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    view: css({ overflow: 'auto' }),
    table: css({
      width: '100%',
      tableLayout: 'fixed',
      borderCollapse: 'separate',
      borderSpacing: 2,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    corner: css({
      ...clipped,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightRegular,
      fontSize: 10,
    }),
    head: css({ ...clipped, textAlign: 'center', fontWeight: theme.typography.fontWeightMedium }),
    rowHead: css({
      ...clipped,
      paddingRight: theme.spacing(1),
      textAlign: 'right',
      fontWeight: theme.typography.fontWeightMedium,
    }),
    cell: css({
      ...clipped,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      textAlign: 'center',
      fontVariantNumeric: 'tabular-nums',
    }),
    history: css({
      display: 'block',
      margin: '2px auto 0',
      overflow: 'visible',
      '& path': { fill: 'none', stroke: theme.colors.text.secondary, strokeWidth: 1.5 },
    }),
  };
};

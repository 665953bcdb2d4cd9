import { css, cx } from '@emotion/css';
import { useId, useRef } from 'react';
import { colorManipulator, type GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { formatCount } from '../../common/format-count.ts';
import { formatDecimal } from '../../common/format-decimal.ts';
import { cellMark, cellPlace } from '../common/cell-place.ts';
import { linksOf, linksSentence } from '../common/data-links.ts';
import { useCursor } from '../common/use-cursor.ts';
import { ValueTooltip, type ValueRow } from '../common/ValueTooltip.tsx';
import type { Cell, ConfusionMatrix } from './confusion-matrix.ts';
import { historyPath } from './history-path.ts';
import type { CellShow } from './options.ts';

interface MatrixTableProps {
  readonly matrix: ConfusionMatrix;
  readonly show: CellShow;
  readonly showHistory: boolean;
  readonly hasTooltip: boolean;
  readonly width: number;
  readonly height: number;
}

const HEAD_HEIGHT = 22;
const LOWEST_ROW = 24;
const ROOM_FOR_HISTORY = { width: 60, height: 44 };
const HISTORY_HEIGHT = 16;
const ROOM_FOR_CORNER = 112;
/** How much of its color the fullest cell has: text stays readable on it. */
const FULL = 0.45;

/**
 * Rows are actual classes, columns predicted ones. Right outcomes are blue, wrong ones orange, as full as their share. Arrow
 * keys go from cell to cell, and Enter to its data links.
 */
export function MatrixTable({ matrix, show, showHistory, hasTooltip, width, height }: MatrixTableProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const view = useRef<HTMLDivElement>(null);
  const status = useId();
  const { classes, cells, model, at } = matrix;
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
  const { cursor, links, point, handlers } = useCursor({
    rows: cells.length,
    columns: classes.length,
    placeOf: (row, column) => cellPlace(view.current, row, column),
    linksOf: (row, column) => linksOf([cells[row]?.[column]?.field], at),
  });
  const active = cursor && cells[cursor.row]?.[cursor.column];
  return (
    <div
      ref={view}
      className={styles.view}
      style={{ width, height }}
      role="region"
      aria-label={t('panels.confusion.aria-matrix', 'Confusion matrix of {{- model}}', { model })}
      {...handlers}
    >
      <table className={styles.table}>
        <thead>
          <tr style={{ height: HEAD_HEIGHT }}>
            <th className={styles.corner} style={{ width: headWidth }}>
              {headWidth < ROOM_FOR_CORNER
                ? t('panels.confusion.corner-short', 'act. ↓ pred. →')
                : t('panels.confusion.corner', 'actual ↓ predicted →')}
            </th>
            {classes.map((name) => (
              <th
                key={name}
                scope="col"
                className={styles.head}
                title={t('panels.confusion.predicted', 'predicted {{- name}}', { name })}
              >
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {cells.map((row, i) => (
            <tr key={classes[i]} style={{ height: rowHeight }}>
              <th
                scope="row"
                className={styles.rowHead}
                title={t('panels.confusion.actual', 'actual {{- name}}', { name: classes[i] })}
              >
                {classes[i]}
              </th>
              {row.map((cell, j) => (
                <td
                  key={cell.predicted}
                  className={cx(styles.cell, cell === active && styles.active)}
                  style={{ background: background(cell) }}
                  onMouseMove={(event) => point(i, j, event)}
                  {...cellMark(i, j)}
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
      <span id={status} className={styles.unseen} aria-live="polite">
        {active !== undefined && [sentenceOf(active, show), linksSentence(links)].filter(Boolean).join('. ')}
      </span>
      {cursor !== undefined && active !== undefined && (cursor.isPinned || hasTooltip) && (
        <ValueTooltip title={titleOf(active)} rows={rowsOf(active, show)} links={links} cursor={cursor} />
      )}
    </div>
  );
}

function textOf({ count, share }: Cell, show: CellShow): string {
  if (show === 'count') return formatCount(count);
  return share === undefined ? '–' : percent(share);
}

const titleOf = ({ predicted, actual }: Cell): string =>
  t('panels.confusion.cell', 'Predicted {{- predicted}}, actual {{- actual}}', { predicted, actual });

function rowsOf({ predicted, actual, count, share }: Cell, show: CellShow): ValueRow[] {
  const of =
    show === 'row'
      ? t('panels.confusion.share-of-actual', 'Share of actual {{- actual}}', { actual })
      : t('panels.confusion.share-of-predicted', 'Share of predicted {{- predicted}}', { predicted });
  return [
    { name: t('panels.confusion.outcomes', 'Outcomes'), value: formatCount(count) },
    ...(share === undefined ? [] : [{ name: of, value: percent(share) }]),
  ];
}

/** A cell for people who do not see it. */
function sentenceOf(cell: Cell, show: CellShow): string {
  const values = rowsOf(cell, show).map(({ name, value }) => `${name} ${value}`);
  return `${titleOf(cell)}: ${values.join(', ')}`;
}

const percent = (share: number): string => `${formatDecimal(100 * share, 1)}%`;

const getStyles = (theme: GrafanaTheme2) => {
  const clipped = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    view: css({ position: 'relative', overflow: 'auto' }),
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
    active: css({ outline: `2px solid ${theme.colors.text.maxContrast}`, outlineOffset: -1 }),
    unseen: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
    history: css({
      display: 'block',
      margin: '2px auto 0',
      overflow: 'visible',
      '& path': { fill: 'none', stroke: theme.colors.text.secondary, strokeWidth: 1.5 },
    }),
  };
};

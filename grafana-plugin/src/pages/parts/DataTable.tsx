import { Trans, t } from '@grafana/i18n';
import { css, cx } from '@emotion/css';
import { useState, type KeyboardEvent, type ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Button, Checkbox, Icon, Pagination, useStyles2 } from '@grafana/ui';
import { csvOf, saveFile } from '../values/csv.ts';
import { below } from './narrow-table.ts';
import { useUrlState } from './use-url-state.ts';

/** What a column is sorted by, and what a file gets of it. */
type CellValue = string | number | undefined;

export interface Column<Row> {
  readonly id: string;
  readonly title: string;
  /** Numbers stand at the right. */
  readonly isNumber?: boolean;
  readonly value: (row: Row) => CellValue;
  /** How it looks; the value as text unless given. */
  readonly cell?: (row: Row) => ReactNode;
  /** What a file gets; the value unless given. */
  readonly csv?: (row: Row) => CellValue;
  /** Least width of the table, in pixels, at which there is room for the column; always unless given. */
  readonly showFrom?: number;
  /** Whether its text may take several lines where there is no room for one. */
  readonly wraps?: boolean;
}

interface Props<Row> {
  /** For people who do not see it, and the name of the file. */
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Field of the address that keeps the order: several tables of a page have their own. */
  readonly sortKey?: string;
  /** What is shown in place of rows. */
  readonly empty: ReactNode;
  readonly onSelect?: (row: Row) => void;
  readonly isSelected?: (row: Row) => boolean;
  /** Keys of rows that a reader marked, to do something with them together. */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (keys: ReadonlySet<string>) => void;
  /** What a row is called, for people who do not see where its mark stands. */
  readonly nameOf?: (row: Row) => string;
  /** What stands beside the button for the file. */
  readonly actions?: ReactNode;
  /** Name of the file without its ending; none is offered unless given. */
  readonly file?: string;
}

const PAGE_SIZE = 50;

/** Letters of a text that may be cut. */
const LONG = 40;

/** Width below which cells are nearer to each other. */
const NARROW = 800;
/** Width below which every text may take several lines, and cells are as near to each other as can be. */
const TIGHT = 420;
/** Width below which the table may scroll sideways, and the first column stays. */
const SCROLLED = 560;

/**
 * A table with an order that the address keeps, and its rows as a file. Where it is narrow it leaves out the columns that
 * matter least; the file has all.
 */
export function DataTable<Row>(props: Props<Row>) {
  const { label, columns, rows, keyOf, sortKey = 'sort', empty, onSelect, isSelected, actions, file } = props;
  const { marked, onMark, nameOf = keyOf } = props;
  const styles = useStyles2(getStyles);
  const [sort, setSort] = useUrlState(sortKey);
  const [page, setPage] = useState(1);
  const sorted = sortRows(rows, columns, sort);
  const pages = Math.max(1, Math.ceil(sorted.length / PAGE_SIZE));
  const shownPage = Math.min(page, pages);
  const shown = sorted.slice((shownPage - 1) * PAGE_SIZE, shownPage * PAGE_SIZE);
  const classOf = (column: Column<Row>): string =>
    cx(
      column.isNumber === true && styles.number,
      column.wraps === true && styles.wraps,
      column === columns[0] && styles.first,
      column.showFrom !== undefined && css({ [below(column.showFrom)]: { display: 'none' } }),
    );
  const save = (): void => saveFile(`${file ?? label}.csv`, fileOf(columns, sorted));
  return (
    <div className={styles.frame}>
      {(actions !== undefined || file !== undefined) && (
        <div className={styles.bar}>
          <div className={styles.actions}>{actions}</div>
          {file !== undefined && rows.length > 0 && (
            <Button variant="secondary" fill="text" size="sm" icon="download-alt" onClick={save}>
              <Trans i18nKey="pages.data-table.csv">CSV</Trans>
            </Button>
          )}
        </div>
      )}
      <div className={styles.scroll}>
        <table className={styles.table} aria-label={label}>
          <thead>
            <tr>
              {marked !== undefined && onMark !== undefined && (
                <th className={styles.mark}>
                  <Checkbox
                    aria-label={t('pages.data-table.aria-label-mark-all', 'Mark all')}
                    value={rows.length > 0 && rows.every((row) => marked.has(keyOf(row)))}
                    indeterminate={rows.some((row) => marked.has(keyOf(row)))}
                    onChange={({ currentTarget: { checked } }) => onMark(new Set(checked ? rows.map(keyOf) : []))}
                  />
                </th>
              )}
              {columns.map((column) => (
                <th key={column.id} scope="col" aria-sort={ariaSort(column.id, sort)} className={classOf(column)}>
                  <button type="button" className={styles.heading} onClick={() => setSort(nextSort(column, sort))}>
                    {column.isNumber !== true && column.title}
                    <Icon
                      name={sort === `-${column.id}` ? 'arrow-down' : 'arrow-up'}
                      size="sm"
                      className={sort.replace(/^-/, '') === column.id ? undefined : styles.unsorted}
                      aria-hidden
                    />
                    {column.isNumber === true && column.title}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <tr
                key={keyOf(row)}
                className={cx(
                  onSelect !== undefined && styles.selectable,
                  isSelected?.(row) === true && styles.selected,
                )}
                aria-selected={isSelected === undefined ? undefined : isSelected(row)}
                tabIndex={onSelect === undefined ? undefined : 0}
                onClick={onSelect === undefined ? undefined : () => onSelect(row)}
                onKeyDown={onSelect === undefined ? undefined : onEnter(() => onSelect(row))}
              >
                {marked !== undefined && onMark !== undefined && (
                  // What is clicked here is marked, and not opened.
                  <td className={styles.mark} onClick={(event) => event.stopPropagation()}>
                    <Checkbox
                      aria-label={t('pages.data-table.mark', 'Mark {{- row}}', { row: nameOf(row) })}
                      value={marked.has(keyOf(row))}
                      onChange={() => onMark(toggled(marked, keyOf(row)))}
                    />
                  </td>
                )}
                {columns.map((column) => (
                  <td key={column.id} className={classOf(column)} title={longText(column.value(row))}>
                    {column.cell === undefined ? column.value(row) : column.cell(row)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length === 0 && <div className={styles.empty}>{empty}</div>}
      {pages > 1 && <Pagination currentPage={shownPage} numberOfPages={pages} onNavigate={setPage} />}
    </div>
  );
}

function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const others = [...keys].filter((each) => each !== key);
  return new Set(keys.has(key) ? others : [...others, key]);
}

/** What may be cut, for a reader who stays on it. */
function longText(value: CellValue): string | undefined {
  return typeof value === 'string' && value.length > LONG ? value : undefined;
}

/** Rows as a file that spreadsheets read. */
export function fileOf<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return csvOf(
    columns.map(({ title }) => title),
    rows.map((row) => columns.map(({ csv, value }) => (csv ?? value)(row))),
  );
}

/** Rows in the order of a column, whose id has a minus before it where the greatest comes first. What is unknown is last. */
export function sortRows<Row>(rows: readonly Row[], columns: readonly Column<Row>[], sort: string): readonly Row[] {
  const column = columns.find(({ id }) => id === sort.replace(/^-/, ''));
  if (column === undefined) return rows;
  const direction = sort.startsWith('-') ? -1 : 1;
  return [...rows].sort((a, b) => {
    const [left, right] = [column.value(a), column.value(b)];
    if (isUnknown(left) || isUnknown(right)) return Number(isUnknown(left)) - Number(isUnknown(right));
    return direction * compare(left as string | number, right as string | number);
  });
}

const isUnknown = (value: CellValue): boolean =>
  value === undefined || (typeof value === 'number' && Number.isNaN(value));

function compare(left: string | number, right: string | number): number {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  return String(left).localeCompare(String(right), 'en', { numeric: true, sensitivity: 'base' });
}

/** First the order that people want of a column, then the other one, then none. */
function nextSort({ id, isNumber }: { readonly id: string; readonly isNumber?: boolean }, sort: string): string {
  const [first, second] = isNumber === true ? [`-${id}`, id] : [id, `-${id}`];
  if (sort === first) return second;
  return sort === second ? '' : first;
}

function ariaSort(id: string, sort: string): 'ascending' | 'descending' | 'none' {
  if (sort === id) return 'ascending';
  return sort === `-${id}` ? 'descending' : 'none';
}

function onEnter(act: () => void): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return;
    event.preventDefault();
    act();
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  bar: css({ display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: theme.spacing(1) }),
  actions: css({ display: 'flex', flexWrap: 'wrap', minWidth: 0, alignItems: 'center', gap: theme.spacing(1) }),
  scroll: css({
    containerType: 'inline-size',
    overflowX: 'auto',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  table: css({
    width: '100%',
    borderCollapse: 'collapse',
    fontSize: theme.typography.body.fontSize,
    'th, td': {
      padding: theme.spacing(0.75, 1.5),
      textAlign: 'left',
      verticalAlign: 'middle',
      whiteSpace: 'nowrap',
      borderBottom: `1px solid ${theme.colors.border.weak}`,
    },
    [below(NARROW)]: { 'th, td': { padding: theme.spacing(0.75, 1) } },
    [below(TIGHT)]: {
      'th, td': { padding: theme.spacing(0.75, 0.5), whiteSpace: 'normal' },
      th: { fontSize: theme.typography.bodySmall.fontSize },
    },
    // Names come from services, and may be long.
    td: { maxWidth: 400, overflow: 'hidden', textOverflow: 'ellipsis' },
    'tbody tr:last-child td': { borderBottom: 'none' },
    'tbody tr:hover': { background: theme.colors.action.hover },
    a: { color: 'inherit', '&:hover': { textDecoration: 'underline' } },
  }),
  number: css({ '&&': { textAlign: 'right' }, 'td&&': { whiteSpace: 'nowrap' }, fontVariantNumeric: 'tabular-nums' }),
  wraps: css({
    '&&': { whiteSpace: 'normal' },
    // The heading is the longest word of such a column.
    [below(TIGHT)]: { 'th&': { overflowWrap: 'anywhere' } },
  }),
  first: css({
    [below(SCROLLED)]: {
      position: 'sticky',
      left: 0,
      zIndex: 1,
      backgroundColor: theme.colors.background.primary,
      'tr:hover > &': {
        backgroundImage: `linear-gradient(${theme.colors.action.hover}, ${theme.colors.action.hover})`,
      },
    },
  }),
  heading: css({
    display: 'inline-flex',
    verticalAlign: 'middle',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: 0,
    textAlign: 'inherit',
    border: 'none',
    background: 'none',
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { color: theme.colors.text.primary },
    '&:hover svg': { visibility: 'visible' },
  }),
  unsorted: css({ visibility: 'hidden', [below(TIGHT)]: { display: 'none' } }),
  mark: css({
    width: theme.spacing(4),
    '&&': { paddingRight: 0 },
    cursor: 'default',
    '& > label': { verticalAlign: 'middle' },
  }),
  selectable: css({ cursor: 'pointer' }),
  selected: css({ background: theme.colors.action.selected }),
  empty: css({ padding: theme.spacing(2), color: theme.colors.text.secondary, textAlign: 'center' }),
});

import { t, Trans } from '@grafana/i18n';
import { css, cx } from '@emotion/css';
import { useId, useMemo, useRef, type MouseEvent } from 'react';
import { formattedValueToString, type Field, type GrafanaTheme2 } from '@grafana/data';
import { TooltipDisplayMode } from '@grafana/schema';
import { Icon, useStyles2 } from '@grafana/ui';
import { formatCount } from '../../common/format-count.ts';
import { formatDecimal } from '../../common/format-decimal.ts';
import { formatGiven } from '../../common/format-given.ts';
import { cellMark, cellPlace } from '../common/cell-place.ts';
import { linksOf, linksSentence } from '../common/data-links.ts';
import { Message } from '../common/Message.tsx';
import { withFrames, type FramesProps } from '../common/with-frames.tsx';
import { useCursor } from '../common/use-cursor.ts';
import { ValueTooltip, type ValueRow } from '../common/ValueTooltip.tsx';
import { GroupTrack } from './GroupTrack.tsx';
import { groupRates, type AttributeRates, type GroupRate } from './group-rates.ts';
import type { FairnessOptions } from './options.ts';

/** Widths below which columns are left out, the least important first. */
const ROOM_FOR_COUNTS = 420;
const ROOM_FOR_RATIO = 340;
const CAPTION_HEIGHT = 32;
const LOWEST_ROW = 26;
const HIGHEST_ROW = 44;

/** The rate of each group with its interval, and how it compares with the reference group. */
export const FairnessPanel = withFrames(Fairness);

function Fairness({ frames, options, width, height }: FramesProps<FairnessOptions>) {
  const { reference, limit } = options;
  const all = useMemo(() => groupRates(frames, reference, limit), [frames, reference, limit]);
  if (all.length === 0) {
    return (
      <Message
        title={t('panels.fairness.title-no-rates-of-groups', 'No rates of groups')}
        icon="info-circle"
        width={width}
        height={height}
      >
        {t(
          'panels.fairness.how-to-query',
          'Query a rate by group, such as the selection rate, from a Driftline data source in the format Table.',
        )}
      </Message>
    );
  }
  return <Attributes all={all} options={options} width={width} height={height} />;
}

interface AttributesProps {
  readonly all: readonly AttributeRates[];
  readonly options: FairnessOptions;
  readonly width: number;
  readonly height: number;
}

/** The groups of all attributes, one below the other. Arrow keys go from group to group, and Enter to its data links. */
function Attributes({ all, options: { limit, showCounts, tooltip }, width, height }: AttributesProps) {
  const styles = useStyles2(getStyles);
  const panel = useRef<HTMLDivElement>(null);
  const status = useId();
  const columns = { ratio: width >= ROOM_FOR_RATIO, count: showCounts && width >= ROOM_FOR_COUNTS };
  const rows = all.flatMap((attribute) => attribute.groups.map((group) => ({ attribute, group })));
  const room = (height - all.length * CAPTION_HEIGHT) / rows.length;
  const rowHeight = Math.min(Math.max(Math.floor(room), LOWEST_ROW), HIGHEST_ROW);
  const highest = Math.max(...rows.map(({ group: { rate = 0, upper = rate } }) => upper), 0.01);
  const { cursor, links, point, handlers } = useCursor({
    rows: rows.length,
    columns: 1,
    placeOf: (row, column) => cellPlace(panel.current, row, column),
    linksOf: (row) => {
      const { attribute, group } = rows[row] ?? {};
      return group === undefined ? [] : linksOf([attribute?.field], group.row);
    },
  });
  const active = cursor && rows[cursor.row];
  const said = active && valueRows(active.group, active.attribute);
  return (
    <div
      ref={panel}
      className={styles.panel}
      style={{ width, height }}
      data-testid="driftline-fairness"
      role="region"
      aria-label={t('panels.fairness.aria-rates', 'Rates by group')}
      {...handlers}
    >
      {all.map((attribute, i) => (
        <Attribute
          key={attribute.title}
          {...attribute}
          first={all.slice(0, i).reduce((sum, { groups }) => sum + groups.length, 0)}
          active={cursor?.row}
          limit={limit}
          highest={highest}
          columns={columns}
          isWide={width >= ROOM_FOR_COUNTS}
          rowHeight={rowHeight}
          onPoint={(row, event) => point(row, 0, event)}
        />
      ))}
      <span id={status} className={styles.unseen} aria-live="polite">
        {active !== undefined &&
          [
            `${active.group.group}: ${said?.map(({ name, value }) => `${name} ${value}`).join(', ')}`,
            linksSentence(links),
          ]
            .filter(Boolean)
            .join('. ')}
      </span>
      {cursor !== undefined &&
        active !== undefined &&
        (cursor.isPinned || tooltip.mode !== TooltipDisplayMode.None) && (
          <ValueTooltip title={active.group.group} rows={said ?? []} links={links} cursor={cursor} />
        )}
    </div>
  );
}

/** Everything that is known of a group: a small panel leaves columns out. */
function valueRows(group: GroupRate, { field, reference }: AttributeRates): ValueRow[] {
  const { rate, lower, upper, ratio, observations, isReference, standing } = group;
  const row = (name: string, value: string | undefined): ValueRow[] => (value === undefined ? [] : [{ name, value }]);
  return [
    ...row(t('panels.fairness.rate', 'Rate'), rate === undefined ? leftOut(group) : textOf(rate, field)),
    ...(lower === undefined || upper === undefined
      ? []
      : row(
          t('panels.fairness.interval', '95% interval'),
          t('panels.fairness.from-to', '{{- lower}} to {{- upper}}', {
            lower: textOf(lower, field),
            upper: textOf(upper, field),
          }),
        )),
    ...row(
      t('panels.fairness.ratio-to', 'Ratio to {{- group}}', { group: reference?.group ?? '' }),
      isReference || ratio === undefined ? undefined : short(ratio),
    ),
    ...row(
      t('panels.fairness.observations', 'Observations'),
      observations === undefined ? undefined : formatCount(observations),
    ),
    ...row(
      t('panels.fairness.standing', 'Standing'),
      isReference
        ? t('panels.fairness.reference-group', 'Reference group')
        : standing === 'unknown'
          ? undefined
          : standingText(standing),
    ),
  ];
}

/** What the groups are compared with, as long as there is room. */
function comparison(reference: string, limit: number, isLong: boolean): string {
  const band = { reference, from: formatGiven(limit), to: short(1 / limit) };
  return isLong
    ? t('panels.fairness.compared', 'compared with {{- reference}}; the band is {{from}} to {{to}} of its rate', band)
    : t('panels.fairness.compared-short', 'vs. {{- reference}}, band {{from}}–{{to}}', band);
}

const leftOut = ({ observations }: GroupRate): string =>
  observations === undefined
    ? t('panels.fairness.too-few-people', 'too few people to show')
    : t('panels.fairness.too-few-observations', 'too few observations');

interface AttributeProps extends AttributeRates {
  /** Index of its first group among those of all attributes. */
  readonly first: number;
  /** Index of the group that the pointer or the keys are on. */
  readonly active: number | undefined;
  readonly limit: number;
  /** End of the axis. */
  readonly highest: number;
  readonly columns: { readonly ratio: boolean; readonly count: boolean };
  readonly isWide: boolean;
  readonly rowHeight: number;
  readonly onPoint: (row: number, event: MouseEvent) => void;
}

function Attribute({
  title,
  groups,
  reference,
  field,
  first,
  active,
  limit,
  highest,
  columns,
  isWide,
  rowHeight,
  onPoint,
}: AttributeProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <>
      <div id={id} className={styles.caption}>
        <strong>{title}</strong>
        {reference !== undefined && ` ${comparison(reference.group, limit, isWide)}`}
      </div>
      <table className={styles.table} aria-labelledby={id}>
        <colgroup>
          <col className={styles.groupColumn} />
          <col />
          <col className={styles.numberColumn} />
          {columns.ratio && <col className={styles.numberColumn} />}
          {columns.count && <col className={styles.numberColumn} />}
        </colgroup>
        <thead className={styles.unseen}>
          <tr>
            <th>
              <Trans i18nKey="panels.fairness.column-group">Group</Trans>
            </th>
            <th>
              <Trans i18nKey="panels.fairness.column-interval">Interval</Trans>
            </th>
            <th>
              <Trans i18nKey="panels.fairness.column-rate">Rate</Trans>
            </th>
            {columns.ratio && (
              <th>
                <Trans i18nKey="panels.fairness.column-ratio">Ratio</Trans>
              </th>
            )}
            {columns.count && (
              <th>
                <Trans i18nKey="panels.fairness.column-count">Count</Trans>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {groups.map((each, i) => (
            <tr
              key={each.group}
              className={cx(each.rate === undefined && styles.unknown, first + i === active && styles.active)}
              onMouseMove={(event) => onPoint(first + i, event)}
              style={{ height: rowHeight }}
              {...cellMark(first + i, 0)}
            >
              <th scope="row" className={styles.group}>
                <Standing {...each} />
                {each.group}
              </th>
              <td className={styles.track}>
                {each.rate === undefined ? (
                  leftOut(each)
                ) : (
                  <GroupTrack
                    {...each}
                    reference={reference?.rate}
                    limit={limit}
                    height={rowHeight}
                    highest={highest}
                  />
                )}
              </td>
              <td className={styles.number}>{rateText(each, field)}</td>
              {columns.ratio && <td className={styles.number}>{ratioText(each)}</td>}
              {columns.count && <td className={styles.number}>{countText(each)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const ICONS = {
  fair: 'check',
  below: 'exclamation-circle',
  'certainly below': 'exclamation-triangle',
} as const;

function standingText(standing: keyof typeof ICONS): string {
  switch (standing) {
    case 'fair':
      return t('panels.fairness.within-limit', 'Within the limit');
    case 'below':
      return t('panels.fairness.below', 'Below the limit; the interval reaches it');
    case 'certainly below':
      return t('panels.fairness.certainly-below', 'Below the limit, as is the whole interval');
  }
}

/** How the group stands, as an icon with words. */
function Standing({ standing }: GroupRate) {
  const styles = useStyles2(getStyles);
  if (standing === 'unknown') return <span className={styles.noIcon} />;
  return (
    <span className={cx(styles.icon, styles[standing])}>
      <Icon name={ICONS[standing]} size="sm" aria-hidden />
      <span className={styles.unseen}>{standingText(standing)}: </span>
    </span>
  );
}

function rateText({ rate }: GroupRate, field: Field): string {
  return rate === undefined ? '–' : textOf(rate, field);
}

function ratioText({ isReference, ratio }: GroupRate): string {
  if (isReference) return t('panels.fairness.reference', 'reference');
  return ratio === undefined ? '–' : short(ratio);
}

function countText({ observations }: GroupRate): string {
  return observations === undefined ? '–' : t('panels.fairness.n', 'n {{n}}', { n: formatCount(observations) });
}

const short = (ratio: number): string => formatDecimal(ratio, 2);

function textOf(value: number, { display }: Field): string {
  return display === undefined ? `${formatDecimal(100 * value, 1)}%` : formattedValueToString(display(value));
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ position: 'relative', overflowX: 'hidden', overflowY: 'auto', paddingRight: theme.spacing(1) }),
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    marginBottom: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  caption: css({
    fontSize: theme.typography.bodySmall.fontSize,
    padding: theme.spacing(0, 0, 0.5),
    overflow: 'hidden',
    textAlign: 'left',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.secondary,
    '& strong': { color: theme.colors.text.primary, fontWeight: theme.typography.fontWeightMedium },
  }),
  groupColumn: css({ width: '26%' }),
  numberColumn: css({ width: 76 }),
  unseen: css({ position: 'absolute', width: 1, height: 1, overflow: 'hidden', clipPath: 'inset(50%)' }),
  group: css({
    paddingRight: theme.spacing(1),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightRegular,
  }),
  track: css({
    color: theme.colors.text.secondary,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  }),
  number: css({
    paddingLeft: theme.spacing(1),
    textAlign: 'right',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  }),
  unknown: css({ color: theme.colors.text.disabled }),
  active: css({ background: theme.colors.action.hover }),
  icon: css({ marginRight: theme.spacing(0.5), verticalAlign: 'middle' }),
  noIcon: css({ display: 'inline-block', width: 18 }),
  fair: css({ color: theme.colors.success.text }),
  below: css({ color: theme.colors.warning.text }),
  'certainly below': css({ color: theme.colors.error.text }),
});

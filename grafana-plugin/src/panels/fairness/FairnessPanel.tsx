import { css, cx } from '@emotion/css';
import { useId, useMemo } from 'react';
import { formattedValueToString, type DataFrame, type Field, type GrafanaTheme2, type PanelProps } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { Message } from '../common/Message.tsx';
import { PanelFrames } from '../common/PanelFrames.tsx';
import { GroupTrack } from './GroupTrack.tsx';
import { groupRates, type AttributeRates, type GroupRate } from './group-rates.ts';
import type { FairnessOptions } from './options.ts';

/** Widths below which columns are left out, the least important first. */
const ROOM_FOR_COUNTS = 420;
const ROOM_FOR_RATIO = 340;

/** The rate of each group with its interval, and how it compares with the reference group. */
export function FairnessPanel(props: PanelProps<FairnessOptions>) {
  const { data, width, height } = props;
  return (
    <PanelFrames data={data} width={width} height={height}>
      {(frames, height) => <Fairness {...props} frames={frames} height={height} />}
    </PanelFrames>
  );
}

function Fairness({
  frames,
  options,
  width,
  height,
}: PanelProps<FairnessOptions> & { readonly frames: readonly DataFrame[] }) {
  const styles = useStyles2(getStyles);
  const { reference, limit, showCounts } = options;
  const all = useMemo(() => groupRates(frames, reference, limit), [frames, reference, limit]);
  if (all.length === 0) {
    return (
      <Message title="No rates of groups" icon="info-circle" width={width} height={height}>
        Query a rate by group, such as the selection rate, from a Driftline data source in the format Table.
      </Message>
    );
  }
  const columns = { ratio: width >= ROOM_FOR_RATIO, count: showCounts && width >= ROOM_FOR_COUNTS };
  const highest = Math.max(...all.flatMap(({ groups }) => groups.map(({ rate = 0, upper = rate }) => upper)), 0.01);
  return (
    <div
      className={styles.panel}
      style={{ width, height }}
      data-testid="driftline-fairness"
      tabIndex={0}
      role="region"
      aria-label="Rates by group"
    >
      {all.map((attribute) => (
        <Attribute key={attribute.title} {...attribute} limit={limit} highest={highest} columns={columns} />
      ))}
    </div>
  );
}

interface AttributeProps extends AttributeRates {
  readonly limit: number;
  /** End of the axis. */
  readonly highest: number;
  readonly columns: { readonly ratio: boolean; readonly count: boolean };
}

function Attribute({ title, groups, reference, field, limit, highest, columns }: AttributeProps) {
  const styles = useStyles2(getStyles);
  const id = useId();
  return (
    <>
      <div id={id} className={styles.caption}>
        <strong>{title}</strong>
        {reference !== undefined &&
          ` compared with ${reference.group}; the band is ${limit} to ${short(1 / limit)} of its rate`}
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
            <th>Group</th>
            <th>Interval</th>
            <th>Rate</th>
            {columns.ratio && <th>Ratio</th>}
            {columns.count && <th>Count</th>}
          </tr>
        </thead>
        <tbody>
          {groups.map((each) => (
            <tr key={each.group} className={cx(each.rate === undefined && styles.unknown)}>
              <th scope="row" className={styles.group} title={each.group}>
                <Standing {...each} />
                {each.group}
              </th>
              <td className={styles.track}>
                {each.rate === undefined ? (
                  each.observations === undefined ? (
                    'too few people to show'
                  ) : (
                    'too few observations'
                  )
                ) : (
                  <GroupTrack {...each} reference={reference?.rate} limit={limit} highest={highest} />
                )}
              </td>
              <td className={styles.number} title={intervalText(each, field)}>
                {each.rate === undefined ? '–' : textOf(each.rate, field)}
              </td>
              {columns.ratio && (
                <td className={styles.number}>
                  {each.isReference ? 'reference' : each.ratio === undefined ? '–' : short(each.ratio)}
                </td>
              )}
              {columns.count && (
                <td className={styles.number}>
                  {each.observations === undefined ? '–' : `n ${Math.round(each.observations).toLocaleString('en-US')}`}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

const STANDINGS = {
  fair: { icon: 'check', title: 'Within the limit' },
  below: { icon: 'exclamation-circle', title: 'Below the limit; the interval reaches it' },
  'certainly below': { icon: 'exclamation-triangle', title: 'Below the limit, as is the whole interval' },
} as const;

/** How the group stands, as an icon with words. */
function Standing({ standing }: GroupRate) {
  const styles = useStyles2(getStyles);
  if (standing === 'unknown') return <span className={styles.noIcon} />;
  const { icon, title } = STANDINGS[standing];
  return (
    <span title={title} className={cx(styles.icon, styles[standing])}>
      <Icon name={icon} size="sm" aria-hidden />
      <span className={styles.unseen}>{title}: </span>
    </span>
  );
}

const short = (ratio: number): string => ratio.toFixed(2);

function textOf(value: number, { display }: Field): string {
  return display === undefined ? `${(100 * value).toFixed(1)}%` : formattedValueToString(display(value));
}

function intervalText({ lower, upper }: GroupRate, field: Field): string | undefined {
  if (lower === undefined || upper === undefined) return undefined;
  return `95% interval ${textOf(lower, field)} to ${textOf(upper, field)}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  panel: css({ overflowX: 'hidden', overflowY: 'auto', paddingRight: theme.spacing(1) }),
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
    height: 26,
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
  icon: css({ marginRight: theme.spacing(0.5), verticalAlign: 'text-bottom' }),
  noIcon: css({ display: 'inline-block', width: 18 }),
  fair: css({ color: theme.colors.success.text }),
  below: css({ color: theme.colors.warning.text }),
  'certainly below': css({ color: theme.colors.error.text }),
});

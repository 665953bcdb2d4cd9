import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import type { Level } from '../values/status.ts';
import { StatusMark } from './StatusMark.tsx';
import { Trend } from './Trend.tsx';

interface Multiple {
  readonly name: string;
  readonly level: Level;
  /** The value as people read it, or why there is none. */
  readonly text: string;
  /** What the value rests on. */
  readonly note: string;
  /** Over time. */
  readonly values: readonly number[];
  readonly limit: number;
}

interface Props {
  /** What each of them is, such as `PSI`. */
  readonly title: string;
  readonly multiples: readonly Multiple[];
  readonly empty: string;
}

/** As many as a reader compares at a glance. */
const MOST = 12;

/** The same value of several, each over time on one scale. */
export function SmallMultiples({ title, multiples, empty }: Props) {
  const styles = useStyles2(getStyles);
  const shown = multiples.slice(0, MOST);
  const most = Math.max(0, ...shown.flatMap(({ values, limit }) => [...values, limit].filter(Number.isFinite)));
  if (shown.length === 0) return <p className={styles.note}>{empty}</p>;
  return (
    <>
      <ul className={styles.grid}>
        {shown.map(({ name, level, text, note, values, limit }) => (
          <li key={name} className={styles.card}>
            <span className={styles.name} title={name}>
              {name}
            </span>
            <StatusMark status={{ level, text }} />
            <Trend
              values={values}
              label={t('pages.small-multiples.trend', '{{- title}} of {{- name}} over time', { title, name })}
              width={200}
              height={44}
              limit={limit}
              most={most}
            />
            <span className={styles.note}>{note}</span>
          </li>
        ))}
      </ul>
      {multiples.length > shown.length && (
        <p className={styles.note}>
          {t('pages.small-multiples.more', '{{number}} more are not shown: they are no worse.', {
            number: multiples.length - shown.length,
          })}
        </p>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(224px, 1fr))',
    gap: theme.spacing(1),
    margin: 0,
    padding: 0,
    listStyle: 'none',
  }),
  card: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(0.5),
    minWidth: 0,
    padding: theme.spacing(1, 1.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  name: css({
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  note: css({ margin: 0, color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});

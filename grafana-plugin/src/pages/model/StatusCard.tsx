import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { useStyles2 } from '@grafana/ui';
import { StatusMark } from '../parts/StatusMark.tsx';
import { Trend } from '../parts/Trend.tsx';
import type { Line } from '../values/lines.ts';
import type { Status } from '../values/status.ts';

interface Props {
  readonly title: string;
  readonly href?: string;
  readonly status: Status;
  /** What it is of, in a line below the value. */
  readonly detail: ReactNode;
  readonly line?: Line;
}

/** One area in a card: how it is, what it is of, and how it became so. */
export function StatusCard({ title, href, status, detail, line }: Props) {
  const styles = useStyles2(getStyles);
  const content = (
    <>
      <span className={styles.title}>{title}</span>
      <span className={styles.value}>
        <StatusMark status={status} />
      </span>
      <span className={styles.detail}>{detail}</span>
      <span className={styles.trend}>
        <Trend
          values={line?.values ?? []}
          label={t('pages.status-card.trend', '{{- title}} over time', { title })}
          width={200}
          height={32}
          {...(line?.limits === undefined ? {} : { limit: line.limits.critical })}
        />
      </span>
    </>
  );
  return href === undefined ? (
    <div className={styles.card}>{content}</div>
  ) : (
    <a href={href} className={styles.card}>
      {content}
    </a>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(0.5),
    flex: '1 1 200px',
    minWidth: 200,
    overflow: 'hidden',
    padding: theme.spacing(1.5, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    'a&:hover': { background: theme.colors.emphasize(theme.colors.background.primary, 0.03) },
  }),
  trend: css({ marginTop: 'auto' }),
  title: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  value: css({ fontSize: theme.typography.h5.fontSize }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});

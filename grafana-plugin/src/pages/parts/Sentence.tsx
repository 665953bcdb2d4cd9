import { css } from '@emotion/css';
import type { ReactNode } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import type { Level } from '../values/status.ts';
import { LEVEL_ICONS } from './StatusMark.tsx';

/** The first line of a page: what is wrong, since when, and how sure that is. */
export function Sentence({ level, children }: { readonly level: Level; readonly children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <p className={styles.sentence} role="status">
      <span className={styles[level]}>
        <Icon name={LEVEL_ICONS[level]} size="lg" aria-hidden />
      </span>
      <span>{children}</span>
    </p>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  sentence: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    margin: 0,
    minHeight: theme.spacing(3),
    fontSize: theme.typography.h5.fontSize,
  }),
  critical: css({ color: theme.colors.error.text }),
  warning: css({ color: theme.colors.warning.text }),
  ok: css({ color: theme.colors.success.text }),
  noted: css({ color: theme.colors.text.secondary }),
  unknown: css({ color: theme.colors.text.secondary }),
});

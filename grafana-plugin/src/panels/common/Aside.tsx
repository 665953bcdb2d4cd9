import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, Tooltip, useStyles2 } from '@grafana/ui';

interface AsideProps {
  readonly sentences: readonly string[];
  readonly width: number;
}

export const ASIDE_HEIGHT = 22;

/** A line below a chart that says what it does not show. */
export function Aside({ sentences, width }: AsideProps) {
  const styles = useStyles2(getStyles);
  return (
    <Tooltip content={<div className={styles.lines}>{sentences.join('\n')}</div>}>
      <div className={styles.aside} style={{ width, height: ASIDE_HEIGHT }} role="status" tabIndex={0}>
        <Icon name="info-circle" size="sm" aria-hidden />
        <span className={styles.sentence}>{sentences.join(' ')}</span>
      </div>
    </Tooltip>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  aside: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  sentence: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
  lines: css({ whiteSpace: 'pre-line' }),
});

import { css, cx } from '@emotion/css';
import type { GrafanaTheme2, IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface MessageProps {
  readonly title?: string;
  readonly children: string;
  readonly width: number;
  readonly height: number;
  readonly icon?: IconName;
  /** Whether something failed, as opposed to being absent. */
  readonly isError?: boolean;
}

/** Height below which the icon would take the room of the text. */
const ROOM_FOR_ICON = 130;
const LINE_HEIGHT = 20;

/** What a panel says in its middle that has nothing to draw. */
export function Message({ title, children, width, height, icon, isError = false }: MessageProps) {
  const styles = useStyles2(getStyles);
  const lines = Math.max(1, Math.floor((height - (title === undefined ? 16 : 44)) / LINE_HEIGHT));
  return (
    <div className={styles.box} style={{ width, height }} role={isError ? 'alert' : 'status'}>
      {icon !== undefined && height >= ROOM_FOR_ICON && (
        <Icon name={icon} size="xl" className={cx(styles.icon, isError && styles.error)} aria-hidden />
      )}
      {title !== undefined && <div className={styles.title}>{title}</div>}
      <div className={styles.text} style={{ WebkitLineClamp: lines }} title={children}>
        {children}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  box: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(1, 2),
    overflow: 'hidden',
    textAlign: 'center',
    color: theme.colors.text.secondary,
  }),
  icon: css({ flex: 'none', marginBottom: theme.spacing(0.5) }),
  error: css({ color: theme.colors.error.text }),
  title: css({
    flex: 'none',
    maxWidth: '100%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    color: theme.colors.text.primary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  text: css({
    display: '-webkit-box',
    WebkitBoxOrient: 'vertical',
    maxWidth: 520,
    overflow: 'hidden',
    overflowWrap: 'anywhere',
    whiteSpace: 'pre-line',
    lineHeight: `${LINE_HEIGHT}px`,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});

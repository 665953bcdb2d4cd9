import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2, type IconName } from '@grafana/ui';
import type { Level, Status } from '../values/status.ts';
import { below } from './narrow-table.ts';

interface Look {
  readonly icon: IconName;
  /** For people who do not see the color. */
  readonly word: string;
}

export const LOOKS: Readonly<Record<Level, Look>> = {
  critical: { icon: 'exclamation-triangle', word: 'Critical' },
  warning: { icon: 'exclamation-circle', word: 'Warning' },
  ok: { icon: 'check', word: 'OK' },
  noted: { icon: 'circle-mono', word: 'No limit' },
  unknown: { icon: 'minus', word: 'Unknown' },
};

interface Props {
  readonly status: Status;
  /** Least width of the table, in pixels, at which there is room for the text; always unless given. */
  readonly textFrom?: number;
}

/** A status as icon, word and color. The word is spoken where the icon and the text say enough to the eye. */
export function StatusMark({ status: { level, text }, textFrom }: Props) {
  const styles = useStyles2(getStyles);
  const { icon, word } = LOOKS[level];
  return (
    <span className={cx(styles.mark, styles[level])} data-level={level}>
      {level !== 'noted' && <Icon name={icon} size="sm" className={styles.icon} aria-hidden />}
      {level !== 'noted' && <span className="sr-only">{word}</span>}
      {text !== '' && (
        <span
          className={cx(
            styles.text,
            (level === 'ok' || level === 'noted') && styles.plain,
            // Without a limit there is no icon that could stand for it.
            textFrom !== undefined && level !== 'noted' && css({ [below(textFrom)]: { display: 'none' } }),
          )}
        >
          {text}
        </span>
      )}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    display: 'inline-flex',
    maxWidth: '100%',
    verticalAlign: 'middle',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    fontVariantNumeric: 'tabular-nums',
  }),
  icon: css({ flexShrink: 0 }),
  text: css({ overflow: 'hidden', textOverflow: 'ellipsis' }),
  critical: css({ color: theme.colors.error.text, fontWeight: theme.typography.fontWeightMedium }),
  warning: css({ color: theme.colors.warning.text, fontWeight: theme.typography.fontWeightMedium }),
  ok: css({ color: theme.colors.success.text }),
  noted: css({ color: theme.colors.text.primary }),
  unknown: css({ color: theme.colors.text.secondary }),
  plain: css({ color: theme.colors.text.primary }),
});

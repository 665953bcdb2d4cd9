import { css, cx } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Icon, useStyles2, type IconName } from '@grafana/ui';
import type { Level, Status } from '../values/status.ts';
import { below } from './narrow-table.ts';

export const LEVEL_ICONS: Readonly<Record<Level, IconName>> = {
  critical: 'exclamation-triangle',
  warning: 'exclamation-circle',
  ok: 'check',
  noted: 'circle-mono',
  unknown: 'minus',
};

/** The word for a level, for people who do not see its color. */
export function levelWord(level: Level): string {
  switch (level) {
    case 'critical':
      return t('pages.level.critical', 'Critical');
    case 'warning':
      return t('pages.level.warning', 'Warning');
    case 'ok':
      return t('pages.level.ok', 'OK');
    case 'noted':
      return t('pages.level.noted', 'No limit');
    case 'unknown':
      return t('pages.level.unknown', 'Unknown');
  }
}

interface Props {
  readonly status: Status;
  /** Least width of the table, in pixels, at which there is room for the text; always unless given. */
  readonly textFrom?: number;
}

/** A status as icon, word and color. The word is spoken where the icon and the text say enough to the eye. */
export function StatusMark({ status: { level, text }, textFrom }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <span className={cx(styles.mark, styles[level])} data-level={level}>
      {level !== 'noted' && <Icon name={LEVEL_ICONS[level]} size="sm" className={styles.icon} aria-hidden />}
      {level !== 'noted' && <span className="sr-only">{levelWord(level)}</span>}
      {text !== '' && (
        <span
          className={cx(
            styles.text,
            (level === 'ok' || level === 'noted') && styles.plain,
            // Without a limit there is no icon that could stand for it.
            textFrom !== undefined && level !== 'noted' && css({ [below(textFrom)]: { display: 'none' } }),
          )}
        >
          {withUnits(text)}
        </span>
      )}
    </span>
  );
}

/** A number stays in one line with its unit. */
const withUnits = (text: string): string => text.replace(/(?<=\d) (?=(?:%|PP|pt|µs|ms|s)(?!\w))/g, '\u00A0');

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

import { t, Trans } from '@grafana/i18n';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import type { Report } from '@driftline/shared';
import { Tooltip, useStyles2, useTheme2 } from '@grafana/ui';
import { levelWord } from '../parts/StatusMark.tsx';
import type { Line } from '../values/lines.ts';
import { areaTitles, AREAS, areaOf } from '../values/measures.ts';
import type { Level } from '../values/status.ts';
import type { AlertStretch } from './alerts/alert-stretches.ts';
import { levelsOverTime, stretchesOf } from '../values/status-over-time.ts';

interface Props {
  readonly lines: readonly Line[];
  readonly reports: readonly Report[];
  readonly alerts: readonly AlertStretch[];
  /** Why alerts are not known. */
  readonly alertsUnknown?: string | undefined;
  readonly from: number;
  readonly to: number;
  readonly timeZone: string;
}

/** Patterns tell levels apart where colors do not: a critical stretch is full, a warning half as high, the rest a line. */
const HEIGHTS: Readonly<Record<Level, string>> = {
  critical: '100%',
  warning: '60%',
  ok: '25%',
  noted: '10%',
  unknown: '0',
};

/** The worst level of each area over time and the alerts that are active, with a mark where a version was first seen. */
export function StatusStrips({ lines, reports, alerts, alertsUnknown, from, to, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const colors = useColors();
  const at = (time: number): string => `${(100 * Math.min(1, Math.max(0, (time - from) / (to - from)))).toFixed(2)}%`;
  const marks = reports.filter(({ first }) => first > from + 60_000 && first < to);
  const versionMarks = marks.map(({ version, first }) => (
    <div key={version} className={styles.mark} style={{ left: at(first) }} aria-hidden />
  ));
  return (
    <section
      aria-label={t('pages.status-strips.aria-label-status-over-time', 'Status over time')}
      className={styles.frame}
    >
      <h2 className={styles.title}>
        <Trans i18nKey="pages.status-strips.status-over-time">Status over time</Trans>
      </h2>
      <div className={styles.rows}>
        {AREAS.map((area) => {
          const stretches = stretchesOf(levelsOverTime(lines.filter(({ measure }) => areaOf(measure) === area)));
          return (
            <div key={area} className={styles.row}>
              <span className={styles.name}>{areaTitles()[area]}</span>
              <div className={styles.strip}>
                {stretches
                  .filter(({ level }) => level !== 'unknown')
                  .map((stretch) => {
                    const text = t('pages.status-strips.stretch', '{{- area}}: {{- level}}, {{- from}} to {{- to}}', {
                      area: areaTitles()[area],
                      level: levelWord(stretch.level),
                      from: dateTimeFormat(stretch.from, { timeZone }),
                      to: dateTimeFormat(stretch.to, { timeZone }),
                    });
                    return (
                      <Tooltip key={stretch.from} content={text}>
                        <div
                          role="img"
                          aria-label={text}
                          style={{
                            left: at(stretch.from),
                            width: `calc(${at(stretch.to)} - ${at(stretch.from)})`,
                            height: HEIGHTS[stretch.level],
                            background: colors[stretch.level],
                          }}
                          className={styles.stretch}
                        />
                      </Tooltip>
                    );
                  })}
                {versionMarks}
              </div>
            </div>
          );
        })}
        <div className={styles.row}>
          <span className={styles.name}>
            <Trans i18nKey="pages.status-strips.alerts">Alerts</Trans>
          </span>
          <div className={styles.strip}>
            {alertsUnknown !== undefined && <span className={styles.unknown}>{alertsUnknown}</span>}
            {alerts.map((alert) => {
              const text = t('pages.status-strips.alert', 'Alert {{- alert}}, since {{- time}}', {
                alert: alert.text,
                time: dateTimeFormat(alert.from, { timeZone }),
              });
              return (
                <Tooltip key={`${alert.text} ${alert.from}`} content={text}>
                  <div
                    role="img"
                    aria-label={text}
                    style={{
                      left: at(alert.from),
                      width: `calc(${at(to)} - ${at(alert.from)})`,
                      height: HEIGHTS[alert.level],
                      background: colors[alert.level],
                    }}
                    className={styles.stretch}
                  />
                </Tooltip>
              );
            })}
            {versionMarks}
          </div>
        </div>
        <div className={styles.row}>
          <span className={styles.name} />
          <div className={styles.labels}>
            {marks.length === 0 && <span>{dateTimeFormat(from, { timeZone })}</span>}
            {marks.map(({ version, first }) => (
              <Tooltip
                key={version}
                content={t('pages.status-strips.version', 'Version {{- version}} first seen {{- time}}', {
                  version,
                  time: dateTimeFormat(first, { timeZone }),
                })}
              >
                <span className={styles.label} style={{ left: at(first) }}>
                  {version}
                </span>
              </Tooltip>
            ))}
          </div>
        </div>
      </div>
    </section>
  );
}

function useColors(): Readonly<Record<Level, string>> {
  const { colors } = useTheme2();
  return {
    critical: colors.error.main,
    warning: colors.warning.main,
    ok: colors.success.main,
    noted: colors.border.medium,
    unknown: colors.border.weak,
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  frame: css({
    padding: theme.spacing(1.5, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  title: css({ margin: theme.spacing(0, 0, 1), fontSize: theme.typography.h6.fontSize }),
  rows: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  row: css({ display: 'flex', alignItems: 'center', gap: theme.spacing(1) }),
  name: css({
    width: 96,
    flexShrink: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  strip: css({
    position: 'relative',
    flexGrow: 1,
    height: 18,
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
  }),
  unknown: css({
    padding: theme.spacing(0, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  stretch: css({ position: 'absolute', bottom: 0 }),
  mark: css({ position: 'absolute', top: 0, bottom: 0, borderLeft: `2px dashed ${theme.colors.text.primary}` }),
  labels: css({ position: 'relative', flexGrow: 1, height: 18, fontSize: theme.typography.bodySmall.fontSize }),
  label: css({ position: 'absolute', transform: 'translateX(-50%)', whiteSpace: 'nowrap' }),
});

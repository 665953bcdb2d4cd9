import { t } from '@grafana/i18n';
import { css } from '@emotion/css';
import { useMemo } from 'react';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { limitText } from '../common/field-thresholds.ts';
import type { Limits } from '../common/limits.ts';
import { colorTable, cssColor, scalePosition } from './color-scale.ts';
import type { MapRow } from './map-rows.ts';

interface ColorScaleProps {
  readonly rows: readonly MapRow[];
  /** Largest value of rows without limits. */
  readonly largest: number;
  readonly left: number;
  readonly width: number;
}

const STOPS = 12;
const WIDEST = 320;

/** What the colors mean: the scale with the limits of the measure, where all rows have the same. */
export function ColorScale({ rows, largest, left, width }: ColorScaleProps) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const table = colorTable(theme.isDark);
  const stops = Array.from({ length: STOPS }, (_, i) => cssColor(table, i / (STOPS - 1)));
  const [first] = rows;
  const isOne = useMemo(() => rows.every(({ limits }) => isSame(limits, rows[0]?.limits)), [rows]);
  const limits = isOne ? first?.limits : undefined;
  const marks =
    limits === undefined
      ? isOne
        ? [
            { at: 0, text: '0' },
            { at: 1, text: limitText(largest, first?.field.config.unit) },
          ]
        : [
            { at: 0, text: t('panels.color-scale.marks.text.well', 'well') },
            { at: 1, text: t('panels.color-scale.marks.text.worst', 'worst') },
          ]
      : [limits.warning, limits.critical].flatMap((value, i) =>
          value === undefined
            ? []
            : [
                {
                  at: scalePosition(value, limits, largest),
                  text:
                    i === 0
                      ? t('panels.drift-map.scale-warning', 'warning {{limit}}', {
                          limit: limitText(value, first?.field.config.unit),
                        })
                      : t('panels.drift-map.scale-critical', 'critical {{limit}}', {
                          limit: limitText(value, first?.field.config.unit),
                        }),
                },
              ],
        );
  return (
    <div className={styles.scale} style={{ marginLeft: left, width: Math.min(width, WIDEST) }} aria-hidden>
      <div className={styles.bar} style={{ background: `linear-gradient(to right, ${stops.join(', ')})` }} />
      {marks.map(({ at, text }) => (
        <span
          key={text}
          className={styles.mark}
          style={{ left: `${at * 100}%`, transform: `translateX(-${at * 100}%)` }}
        >
          {text}
        </span>
      ))}
    </div>
  );
}

function isSame(a: Limits | undefined, b: Limits | undefined): boolean {
  return a?.side === b?.side && a?.warning === b?.warning && a?.critical === b?.critical;
}

const getStyles = (theme: GrafanaTheme2) => ({
  scale: css({
    position: 'relative',
    height: 26,
    paddingTop: 2,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  bar: css({ height: 6, borderRadius: theme.shape.radius.default }),
  mark: css({ position: 'absolute', top: 9, whiteSpace: 'nowrap' }),
});

import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { language } from '../../../common/translations.ts';
import type { ChartLayout } from './chart-layout.ts';
import { percent } from './percent.ts';

const short = (count: number): string =>
  count >= 1000 ? `${Number((count / 1000).toFixed(1)).toLocaleString(language())}K` : `${count}`;

/** Gridlines with the shares or counts that they stand for. */
export function ShareAxis({ layout, show }: { layout: ChartLayout; show: 'share' | 'count' }) {
  const styles = useStyles2(getStyles);
  const { left, right, ticks, y } = layout;
  return ticks.map((share) => (
    <g key={share}>
      <line x1={left} x2={right} y1={y(share)} y2={y(share)} className={styles.grid} />
      <text x={left - 6} y={y(share) + 4} textAnchor="end" className={styles.tick}>
        {show === 'share' ? percent(share) : short(share)}
      </text>
    </g>
  ));
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({ stroke: theme.colors.border.weak, strokeWidth: 1, shapeRendering: 'crispEdges' }),
  tick: css({ fill: theme.colors.text.primary, fontSize: 12 }),
});

import { useLayoutEffect } from 'react';
import { useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import type { DriftOptions } from './options.ts';

/** Names the two thresholds at their lines, because a dashed line alone says nothing. */
export function ThresholdLabels({ config, options }: { config: UPlotConfigBuilder; options: DriftOptions }) {
  const theme = useTheme2();
  useLayoutEffect(() => {
    config.addHook('draw', (plot) => {
      const scale = plot.series[1]?.scale;
      if (scale === undefined) return;
      const labels = [
        { value: options.warning, text: `moderate ${options.warning}`, color: theme.colors.warning.text },
        { value: options.alarm, text: `alarm ${options.alarm}`, color: theme.colors.error.text },
      ];
      const ratio = window.devicePixelRatio;
      plot.ctx.save();
      plot.ctx.font = `${11 * ratio}px ${theme.typography.fontFamily}`;
      plot.ctx.textAlign = 'left';
      plot.ctx.textBaseline = 'bottom';
      for (const { value, text, color } of labels) {
        const y = plot.valToPos(value, scale, true);
        if (y < plot.bbox.top || y > plot.bbox.top + plot.bbox.height) continue;
        plot.ctx.fillStyle = color;
        plot.ctx.fillText(text, plot.bbox.left + 6 * ratio, y - 2 * ratio);
      }
      plot.ctx.restore();
    });
  }, [config, options, theme]);
  return null;
}

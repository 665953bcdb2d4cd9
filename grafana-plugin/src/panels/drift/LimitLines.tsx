import { useLayoutEffect, useRef } from 'react';
import { useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import type { Limits } from '../common/limits.ts';
import { drawLimits } from './draw-limits.ts';

/** Lines of the limits over a chart. */
export function LimitLines({ config, limits }: { config: UPlotConfigBuilder; limits: Limits | undefined }) {
  const theme = useTheme2();
  const current = useRef(limits);
  useLayoutEffect(() => {
    current.current = limits;
  }, [limits]);
  // A chart keeps its hooks while its data change: one hook is added, and it reads the present limits.
  useLayoutEffect(() => {
    config.addHook('draw', (plot) => {
      if (current.current !== undefined) drawLimits(plot, current.current, theme);
    });
  }, [config, theme]);
  return null;
}

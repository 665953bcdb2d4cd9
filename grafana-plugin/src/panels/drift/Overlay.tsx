import { useLayoutEffect, useRef } from 'react';
import { useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import type { Annotation } from '../common/annotations.ts';
import { drawAnnotations } from './draw-annotations.ts';
import { drawLimits } from './draw-limits.ts';
import type { LineLimits } from './line-fields.ts';

interface Chart {
  redraw(rebuildPaths: boolean): void;
}

interface Drawn {
  readonly limits: readonly (LineLimits | undefined)[];
  readonly isShaded: boolean;
  readonly annotations: readonly Annotation[];
}

/** Limits and annotations over a chart. */
export function Overlay({ config, ...drawn }: Drawn & { readonly config: UPlotConfigBuilder }) {
  const theme = useTheme2();
  const current = useRef<Drawn>(drawn);
  useLayoutEffect(() => {
    current.current = drawn;
  });
  const chart = useRef<Chart>(undefined);
  // A chart keeps its hooks while its data change: one hook is added, and it reads what is drawn at present.
  useLayoutEffect(() => {
    config.addHook('destroy', () => {
      chart.current = undefined;
    });
    config.addHook('draw', (plot) => {
      chart.current = plot;
      const { limits, isShaded, annotations } = current.current;
      drawAnnotations(plot, annotations);
      drawLimits(plot, limits, isShaded, theme);
    });
  }, [config, theme]);
  const { annotations } = drawn;
  // They have a query of their own, which may be answered after the lines are drawn.
  useLayoutEffect(() => chart.current?.redraw(false), [annotations]);
  return null;
}

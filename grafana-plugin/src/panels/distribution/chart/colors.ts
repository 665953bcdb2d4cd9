import { FieldColorModeId, type GrafanaTheme2 } from '@grafana/data';
import type { Side } from '../distributions.ts';

/** Baselines are cool and muted, what is live is warm: readers with any color vision tell them apart. */
const COLORS: Readonly<Record<Side['role'], readonly string[]>> = {
  baseline: ['#8e9bb5', '#3d71d9', '#6ed0e0'],
  live: ['orange', '#b877d9', '#fade2a'],
};

/** A color for each side: the one that somebody chose in the legend or in an override, else that of its role. */
export function sideColors(sides: readonly Side[], theme: GrafanaTheme2): string[] {
  const taken = { baseline: 0, live: 0 };
  return sides.map(({ role, field }) => {
    const { mode, fixedColor } = field.config.color ?? {};
    if (mode === FieldColorModeId.Fixed && fixedColor !== undefined) {
      return theme.visualization.getColorByName(fixedColor);
    }
    const colors = COLORS[role];
    return theme.visualization.getColorByName(colors[taken[role]++ % colors.length] as string);
  });
}

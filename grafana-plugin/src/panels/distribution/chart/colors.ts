import type { GrafanaTheme2 } from '@grafana/data';

export const referenceColor = (theme: GrafanaTheme2): string => theme.visualization.getColorByName('#8e9bb5');
export const liveColor = (theme: GrafanaTheme2): string => theme.visualization.getColorByName('orange');

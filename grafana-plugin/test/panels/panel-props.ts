import { dateTime, EventBusSrv, LoadingState, type DataFrame, type PanelProps, type TimeRange } from '@grafana/data';

/** What Grafana gives a panel; each part may be replaced. */
export function panelProps<Options extends object>(
  series: DataFrame[],
  options: Options,
  parts: Partial<PanelProps<Options>> = {},
): PanelProps<Options> {
  const [from, to] = [dateTime(1_000_000), dateTime(2_000_000)];
  const timeRange: TimeRange = { from, to, raw: { from, to } };
  return {
    id: 1,
    title: '',
    transparent: false,
    width: 800,
    height: 400,
    data: { state: LoadingState.Done, series, timeRange },
    timeRange,
    timeZone: 'utc',
    options,
    fieldConfig: { defaults: {}, overrides: [] },
    renderCounter: 1,
    eventBus: new EventBusSrv(),
    replaceVariables: (text) => text,
    onOptionsChange: () => undefined,
    onFieldConfigChange: () => undefined,
    onChangeTimeRange: () => undefined,
    ...parts,
  };
}

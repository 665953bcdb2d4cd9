import {
  dateTimeFormat,
  formattedValueToString,
  getFieldDisplayName,
  type DataFrame,
  type TimeZone,
} from '@grafana/data';
import { SeriesTable, TooltipPlugin2, type UPlotConfigBuilder } from '@grafana/ui';

// The library's const enum cannot be imported one file at a time; 1 is "every series at one time".
const ALL_AT_ONE_TIME = 1;

interface SeriesTooltipProps {
  readonly config: UPlotConfigBuilder;
  readonly frame: DataFrame;
  readonly timeZone: TimeZone;
  readonly onZoom: (range: { from: number; to: number }) => void;
}

/** Values of all series at the time under the pointer, the highest first; dragging zooms in. */
export function SeriesTooltip({ config, frame, timeZone, onZoom }: SeriesTooltipProps) {
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={ALL_AT_ONE_TIME}
      queryZoom={onZoom}
      clientZoom={false}
      render={(_plot, indexes, focused) => {
        const [time, ...fields] = frame.fields;
        const at = indexes[0] ?? indexes.find((index) => index !== null && index !== undefined);
        if (time === undefined || at === undefined || at === null) return null;
        const rows = fields
          .map((field, i) => ({ field, value: field.values[at] as number | null | undefined, series: i + 1 }))
          .filter((row): row is typeof row & { value: number } => typeof row.value === 'number')
          .sort((a, b) => b.value - a.value)
          .map(({ field, value, series }) => {
            const display = field.display?.(value);
            return {
              label: getFieldDisplayName(field, frame),
              value: display === undefined ? value.toFixed(3) : formattedValueToString(display),
              color: display?.color ?? '',
              isActive: series === focused,
            };
          });
        return (
          <div style={{ padding: 8 }}>
            <SeriesTable timestamp={dateTimeFormat(time.values[at] as number, { timeZone })} series={rows} />
          </div>
        );
      }}
    />
  );
}

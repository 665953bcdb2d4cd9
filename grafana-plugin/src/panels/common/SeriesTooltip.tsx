import { dateTimeFormat, type DataFrame, type TimeZone } from '@grafana/data';
import { SeriesTable, TooltipPlugin2, type UPlotConfigBuilder } from '@grafana/ui';
import { tooltipRows } from './tooltip-rows.ts';

// The library's const enum cannot be imported one file at a time; 1 is "every series at one time".
const ALL_AT_ONE_TIME = 1;

interface SeriesTooltipProps {
  readonly config: UPlotConfigBuilder;
  readonly frame: DataFrame;
  readonly timeZone: TimeZone;
  readonly onZoom: (range: { from: number; to: number }) => void;
}

/** Values of all series at the time under the pointer; dragging zooms in. */
export function SeriesTooltip({ config, frame, timeZone, onZoom }: SeriesTooltipProps) {
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={ALL_AT_ONE_TIME}
      queryZoom={onZoom}
      clientZoom={false}
      render={(_plot, indexes, focused) => {
        const [time] = frame.fields;
        const at = indexes.find((index) => index !== null && index !== undefined);
        if (time === undefined || at === undefined || at === null) return null;
        return (
          <div style={{ padding: 8 }}>
            <SeriesTable
              timestamp={dateTimeFormat(time.values[at] as number, { timeZone })}
              series={tooltipRows(frame, at, focused)}
            />
          </div>
        );
      }}
    />
  );
}

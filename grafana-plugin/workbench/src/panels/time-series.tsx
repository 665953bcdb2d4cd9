import { useMemo } from 'react';
import {
  FieldColorModeId,
  identityOverrideProcessor,
  PanelPlugin,
  type FieldConfig,
  type PanelProps,
} from '@grafana/data';
import { LegendDisplayMode, type VizLegendOptions } from '@grafana/schema';
import { TimeSeries, useTheme2 } from '@grafana/ui';
import { SeriesTooltip } from '../../../src/panels/common/SeriesTooltip.tsx';
import { withDisplay } from '../../../src/panels/common/with-display.ts';
import { Message } from '../../../src/panels/common/Message.tsx';

interface TimeSeriesOptions {
  readonly legend?: VizLegendOptions;
}

const LEGEND: VizLegendOptions = {
  showLegend: true,
  displayMode: LegendDisplayMode.List,
  placement: 'bottom',
  calcs: [],
};

const LINES = { lineWidth: 2, fillOpacity: 0, showPoints: 'never' };

function TimeSeriesPanel({
  data,
  options,
  width,
  height,
  timeRange,
  timeZone,
  fieldConfig,
  onChangeTimeRange,
}: PanelProps<TimeSeriesOptions>) {
  const theme = useTheme2();
  const { defaults } = fieldConfig;
  const frames = useMemo(() => {
    const styled = data.series.map((frame) => ({
      ...frame,
      fields: frame.fields.map((field) => ({ ...field, config: styledBy(defaults, field.config) })),
    }));
    return withDisplay(styled, timeZone, theme);
  }, [data.series, defaults, timeZone, theme]);
  if (frames.length === 0) {
    return (
      <Message width={width} height={height}>
        Not enough observations in this time range.
      </Message>
    );
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      width={width}
      height={height}
      timeRange={timeRange}
      timeZone={timeZone}
      legend={options.legend ?? LEGEND}
    >
      {(config, frame) => (
        <SeriesTooltip config={config} frame={frame} timeZone={timeZone} onZoom={onChangeTimeRange} />
      )}
    </TimeSeries>
  );
}

/** What the panel says of all fields, under what a field says of itself; both have a part `custom`. */
function styledBy(defaults: FieldConfig, own: FieldConfig): FieldConfig {
  const color = defaults.color ?? { mode: FieldColorModeId.PaletteClassic };
  return { ...defaults, ...own, color, custom: { ...LINES, ...defaults.custom, ...own.custom } as object };
}

/** Stands in for Grafana's time series panel. */
export const timeSeriesPanel = new PanelPlugin<TimeSeriesOptions>(TimeSeriesPanel).useFieldConfig({
  // What is not registered here is taken out of a dashboard's fields before the panel sees them.
  useCustomConfig: (builder) =>
    ['lineWidth', 'fillOpacity', 'showPoints', 'axisSoftMax', 'thresholdsStyle'].forEach((path) =>
      builder.addCustomEditor({
        id: path,
        path,
        name: path,
        editor: () => null,
        override: () => null,
        process: identityOverrideProcessor,
        shouldApply: () => true,
      }),
    ),
});

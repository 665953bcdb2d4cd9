import {
  FieldType,
  getDisplayValueAlignmentFactors,
  getFieldDisplayName,
  PanelPlugin,
  VizOrientation,
  type DisplayValue,
  type PanelProps,
} from '@grafana/data';
import { BarGaugeDisplayMode, BarGaugeValueMode } from '@grafana/schema';
import { BarGauge, useTheme2 } from '@grafana/ui';
import { Message } from '../../../src/panels/common/Message.tsx';

interface Bar {
  readonly name: string;
  readonly value: DisplayValue;
}

function BarGaugePanel({ data, width, height, fieldConfig }: PanelProps<object>) {
  const theme = useTheme2();
  const bars = data.series.flatMap((frame) =>
    frame.fields.flatMap((field): Bar[] => {
      const last: unknown = field.values.at(-1);
      if (field.type !== FieldType.number || field.display === undefined || typeof last !== 'number') return [];
      return [{ name: getFieldDisplayName(field, frame, data.series), value: field.display(last) }];
    }),
  );
  if (bars.length === 0) {
    return (
      <Message width={width} height={height}>
        No data
      </Message>
    );
  }
  const gap = 8;
  const each = Math.min((height - gap * (bars.length - 1)) / bars.length, 56);
  const alignment = getDisplayValueAlignmentFactors(
    bars.map(({ name, value }) => ({
      name,
      display: { ...value, title: name },
      field: fieldConfig.defaults,
      hasLinks: false,
    })),
  );
  bars.sort((a, b) => a.name.localeCompare(b.name));
  return (
    <div style={{ display: 'flex', flexDirection: 'column', gap }}>
      {bars.map(({ name, value }) => (
        <BarGauge
          key={name}
          width={width}
          height={each}
          theme={theme}
          field={fieldConfig.defaults}
          value={{ ...value, title: name }}
          orientation={VizOrientation.Horizontal}
          displayMode={BarGaugeDisplayMode.Basic}
          alignmentFactors={alignment}
          text={{ titleSize: 13, valueSize: 15 }}
          valueDisplayMode={BarGaugeValueMode.Color}
          showUnfilled
        />
      ))}
    </div>
  );
}

/** Stands in for Grafana's bar gauge panel. */
export const barGaugePanel = new PanelPlugin(BarGaugePanel).useFieldConfig();

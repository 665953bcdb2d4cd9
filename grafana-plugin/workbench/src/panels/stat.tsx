import { FieldType, getFieldDisplayName, PanelPlugin, type DisplayValue, type PanelProps } from '@grafana/data';
import { BigValueColorMode, BigValueGraphMode } from '@grafana/schema';
import { BigValue, BigValueTextMode, useTheme2 } from '@grafana/ui';
import { Message } from '../../../src/panels/common/Message.tsx';

function StatPanel({ data, width, height }: PanelProps<object>) {
  const theme = useTheme2();
  const values = data.series.flatMap((frame) =>
    frame.fields.flatMap((field): DisplayValue[] => {
      const last: unknown = field.values.at(-1);
      if (field.type !== FieldType.number || field.display === undefined || typeof last !== 'number') return [];
      return [{ ...field.display(last), title: getFieldDisplayName(field, frame, data.series) }];
    }),
  );
  if (values.length === 0) {
    return (
      <Message width={width} height={height}>
        No data
      </Message>
    );
  }
  return (
    <div style={{ display: 'flex' }}>
      {values.map((value) => (
        <BigValue
          key={value.title}
          value={value}
          width={width / values.length}
          height={height}
          theme={theme}
          colorMode={BigValueColorMode.Value}
          graphMode={BigValueGraphMode.None}
          textMode={BigValueTextMode.ValueAndName}
          disableWideLayout
        />
      ))}
    </div>
  );
}

/** Stands in for Grafana's stat panel. */
export const statPanel = new PanelPlugin(StatPanel).useFieldConfig();

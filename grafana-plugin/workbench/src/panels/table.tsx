import { css } from '@emotion/css';
import {
  applyFieldOverrides,
  FieldType,
  formattedValueToString,
  getFieldDisplayName,
  PanelPlugin,
  type Field,
  type GrafanaTheme2,
  type PanelProps,
} from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { Message } from '../../../src/panels/common/Message.tsx';
import { oneTable } from './one-table.ts';

function TablePanel({ data, width, height, timeZone, fieldConfig, replaceVariables }: PanelProps<object>) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const table = oneTable(data.series);
  if (table === undefined) {
    return (
      <Message width={width} height={height}>
        No data
      </Message>
    );
  }
  const [shown = table] = applyFieldOverrides({ data: [table], fieldConfig, replaceVariables, theme, timeZone });
  return (
    <div style={{ width, height, overflow: 'auto' }}>
      <table className={styles.table}>
        <thead>
          <tr>
            {shown.fields.map((field) => (
              <th key={field.name} data-type={field.type}>
                {getFieldDisplayName(field, shown)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {Array.from({ length: shown.length }, (_, row) => (
            <tr key={row}>
              {shown.fields.map((field) => (
                <td key={field.name} data-type={field.type}>
                  {cellText(field, row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function cellText({ values, display }: Field, row: number): string {
  const value: unknown = values[row];
  if (value === null || value === undefined) return '';
  return display === undefined ? String(value) : formattedValueToString(display(value));
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
    },
    [`[data-type=${FieldType.number}]`]: { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
    th: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
  }),
});

/** Stands in for Grafana's table panel. */
export const tablePanel = new PanelPlugin(TablePanel).useFieldConfig();

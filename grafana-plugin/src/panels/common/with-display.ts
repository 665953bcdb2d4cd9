import {
  cacheFieldDisplayNames,
  FieldType,
  getDisplayProcessor,
  type DataFrame,
  type GrafanaTheme2,
  type TimeZone,
} from '@grafana/data';

/**
 * Gives each number field its place in the palette and its text form, as the dashboard does for fields that a panel
 * has not changed.
 */
export function withDisplay(frames: readonly DataFrame[], timeZone: TimeZone, theme: GrafanaTheme2): DataFrame[] {
  let seriesIndex = 0;
  const displayed = frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) => {
      if (field.type !== FieldType.number) return field;
      const indexed = { ...field, state: { ...field.state, seriesIndex: seriesIndex++ } };
      return { ...indexed, display: getDisplayProcessor({ field: indexed, timeZone, theme }) };
    }),
  }));
  cacheFieldDisplayNames(displayed);
  return displayed;
}

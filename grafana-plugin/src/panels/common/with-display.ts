import { FieldType, getDisplayProcessor, type DataFrame, type GrafanaTheme2, type TimeZone } from '@grafana/data';

/** Gives number fields the text and the color that fit their configuration, after a panel has changed it. */
export function withDisplay(frames: readonly DataFrame[], timeZone: TimeZone, theme: GrafanaTheme2): DataFrame[] {
  return frames.map((frame) => ({
    ...frame,
    fields: frame.fields.map((field) =>
      field.type === FieldType.number ? { ...field, display: getDisplayProcessor({ field, timeZone, theme }) } : field,
    ),
  }));
}

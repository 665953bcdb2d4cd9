import { InlineField, Input } from '@grafana/ui';

/** Widths in units of eight pixels, the same for every field, so that rows line up. */
export const LABEL_WIDTH = 13;
export const FIELD_WIDTH = 24;

interface FieldProps<T> {
  readonly label: string;
  readonly tooltip: string;
  /** What holds while the field is empty. */
  readonly placeholder: string | number;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

/** A text that is taken when the field is left; empty means that nothing is asked for. */
export function TextField({ label, tooltip, placeholder, value, onChange }: FieldProps<string>) {
  return (
    <InlineField label={label} labelWidth={LABEL_WIDTH} tooltip={tooltip}>
      <Input
        width={FIELD_WIDTH}
        defaultValue={value}
        placeholder={String(placeholder)}
        onBlur={(event) => onChange(event.currentTarget.value || undefined)}
      />
    </InlineField>
  );
}

/** A number that is taken when the field is left; empty means the default. */
export function NumberField({ label, tooltip, placeholder, value, onChange }: FieldProps<number>) {
  return (
    <InlineField label={label} labelWidth={LABEL_WIDTH} tooltip={tooltip}>
      <Input
        type="number"
        step="any"
        width={FIELD_WIDTH}
        defaultValue={value}
        placeholder={String(placeholder)}
        onBlur={({ currentTarget }) => onChange(currentTarget.value === '' ? undefined : currentTarget.valueAsNumber)}
      />
    </InlineField>
  );
}

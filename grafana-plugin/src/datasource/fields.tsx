import { InlineField, Input } from '@grafana/ui';

/** Widths in units of eight pixels, the same for every field, so that rows line up. */
export const LABEL_WIDTH = 20;
export const FIELD_WIDTH = 26;

interface FieldProps<T> {
  readonly label: string;
  readonly tooltip: string;
  /** What holds while the field is empty. */
  readonly placeholder: string | number;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
  readonly labelWidth?: number;
  readonly disabled?: boolean | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
}

/** A text that is taken on Enter or when the field is left; empty means that nothing is asked for. */
export function TextField(props: FieldProps<string>) {
  return <TypedField {...props} type="text" read={(text) => text} />;
}

/** A number that is taken on Enter or when the field is left; empty means the default. */
export function NumberField(props: FieldProps<number>) {
  return <TypedField {...props} type="number" read={Number} />;
}

interface TypedProps<T> extends FieldProps<T> {
  readonly type: 'text' | 'number';
  readonly read: (text: string) => T;
}

function TypedField<T extends string | number>({
  label,
  tooltip,
  placeholder,
  value,
  onChange,
  labelWidth = LABEL_WIDTH,
  disabled,
  problem,
  type,
  read,
}: TypedProps<T>) {
  const take = (text: string): void => {
    const next = text === '' ? undefined : read(text);
    if (next !== value) onChange(next);
  };
  return (
    <InlineField
      label={label}
      labelWidth={labelWidth}
      tooltip={tooltip}
      disabled={disabled}
      invalid={problem !== undefined}
      error={problem}
    >
      <Input
        // The browser holds the text while it is typed; a value that comes from elsewhere starts a new field.
        key={value}
        type={type}
        step="any"
        width={FIELD_WIDTH}
        defaultValue={value}
        placeholder={String(placeholder)}
        onBlur={({ currentTarget }) => take(currentTarget.value.trim())}
        onKeyDown={({ key, currentTarget }) => {
          if (key === 'Enter') currentTarget.blur();
        }}
      />
    </InlineField>
  );
}

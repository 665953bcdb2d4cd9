import { Input } from '@grafana/ui';

export interface TypedProps<T> {
  /** What holds while the field is empty. */
  readonly placeholder: string | number;
  readonly value: T | undefined;
  readonly onChange: (value: T | undefined) => void;
}

interface InputProps<T> extends TypedProps<T> {
  readonly id?: string | undefined;
  readonly width: number;
  readonly disabled?: boolean | undefined;
  readonly 'aria-label'?: string | undefined;
}

/** A text that is taken on Enter or when the field is left; empty means that nothing is asked for. */
export function TextInput(props: InputProps<string>) {
  return <TypedInput {...props} type="text" read={(text) => text} />;
}

/** A number that is taken on Enter or when the field is left; empty means the default. */
export function NumberInput(props: InputProps<number>) {
  return <TypedInput {...props} type="number" read={Number} />;
}

interface Props<T> extends InputProps<T> {
  readonly type: 'text' | 'number';
  readonly read: (text: string) => T;
}

function TypedInput<T extends string | number>({ value, placeholder, onChange, read, ...input }: Props<T>) {
  const take = (text: string): void => {
    const next = text === '' ? undefined : read(text);
    if (next !== value) onChange(next);
  };
  return (
    <Input
      // The browser holds the text while it is typed; a value that comes from elsewhere starts a new field.
      key={value}
      step="any"
      defaultValue={value}
      placeholder={String(placeholder)}
      onBlur={({ currentTarget }) => take(currentTarget.value.trim())}
      onKeyDown={({ key, currentTarget }) => {
        if (key === 'Enter') currentTarget.blur();
      }}
      {...input}
    />
  );
}

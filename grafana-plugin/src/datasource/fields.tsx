import { useId, type ComponentProps } from 'react';
import { InlineField } from '@grafana/ui';
import { SETTING_LABEL_WIDTH } from './setting-fields.ts';
import { NumberInput, TextInput, type TypedProps } from './typed-inputs.tsx';

/** In units of eight pixels, the same for every field. */
const FIELD_WIDTH = 26;

interface FrameProps {
  readonly label: string;
  readonly tooltip: string;
  readonly disabled?: boolean | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
}

type FieldProps<T> = FrameProps & TypedProps<T>;

/** A text of the settings. */
export function TextField({ label, tooltip, disabled, problem, ...input }: FieldProps<string>) {
  return (
    <SettingField {...{ label, tooltip, disabled, problem }}>
      {(id) => <TextInput id={id} width={FIELD_WIDTH} {...input} />}
    </SettingField>
  );
}

/** A number of the settings. */
export function NumberField({ label, tooltip, disabled, problem, ...input }: FieldProps<number>) {
  return (
    <SettingField {...{ label, tooltip, disabled, problem }}>
      {(id) => <NumberInput id={id} width={FIELD_WIDTH} {...input} />}
    </SettingField>
  );
}

interface SettingProps extends FrameProps {
  readonly children: (id: string) => ComponentProps<typeof InlineField>['children'];
}

function SettingField({ problem, children, ...frame }: SettingProps) {
  const id = useId();
  return (
    <InlineField
      {...frame}
      htmlFor={id}
      labelWidth={SETTING_LABEL_WIDTH}
      invalid={problem !== undefined}
      error={problem}
    >
      {children(id)}
    </InlineField>
  );
}

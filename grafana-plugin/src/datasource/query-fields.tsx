import { useId, type ReactElement } from 'react';
import { EditorField } from '@grafana/plugin-ui';
import { NumberInput, TextInput, type TypedProps } from './typed-inputs.tsx';

/** In units of eight pixels. A field fits into an editor of 300 pixels. */
export const FIELD_WIDTH = 24;

interface FrameProps {
  readonly label: string;
  readonly tooltip?: string | undefined;
  readonly disabled?: boolean | undefined;
  /** What is wrong with the value. */
  readonly problem?: string | undefined;
}

/** A field of the query editor: its name above what is edited, which gets the id that the name is for. */
export function QueryField({ problem, children, ...frame }: FrameProps & { children: (id: string) => ReactElement }) {
  const id = useId();
  const wrong = problem === undefined ? {} : { invalid: true, error: problem };
  return (
    <EditorField {...frame} {...wrong} htmlFor={id}>
      {children(id)}
    </EditorField>
  );
}

type FieldProps<T> = FrameProps & TypedProps<T> & { readonly width?: number };

/** A text of a query. */
export function TextField({ label, tooltip, disabled, problem, ...input }: FieldProps<string>) {
  return (
    <QueryField {...{ label, tooltip, disabled, problem }}>
      {(id) => <TextInput id={id} width={FIELD_WIDTH} {...input} />}
    </QueryField>
  );
}

/** A number of a query. */
export function NumberField({ label, tooltip, disabled, problem, ...input }: FieldProps<number>) {
  return (
    <QueryField {...{ label, tooltip, disabled, problem }}>
      {(id) => <NumberInput id={id} width={FIELD_WIDTH} {...input} />}
    </QueryField>
  );
}

import { Combobox, InlineField } from '@grafana/ui';
import type { MeasureInfo } from '@driftline/shared';
import { FIELD_WIDTH, LABEL_WIDTH } from './fields.tsx';

interface Props {
  readonly measures: readonly MeasureInfo[];
  /** Undefined while the query names none that exists. */
  readonly measure: MeasureInfo | undefined;
  readonly onChange: (id: string) => void;
}

/** The measures by family. */
export function MeasureField({ measures, measure, onChange }: Props) {
  const options = measures.map(({ id, name, description, family }) => ({
    value: id as string,
    label: name,
    description,
    group: `${family.charAt(0).toUpperCase()}${family.slice(1)}`,
  }));
  return (
    <InlineField
      label="Measure"
      labelWidth={LABEL_WIDTH}
      tooltip={measure === undefined ? undefined : `${measure.definition}. Source: ${measure.source}.`}
    >
      <Combobox
        width={FIELD_WIDTH}
        placeholder="Choose a measure"
        value={measure?.id ?? null}
        options={options}
        onChange={({ value }) => onChange(value)}
      />
    </InlineField>
  );
}

import { Combobox, InlineField } from '@grafana/ui';
import { MEASURES, type Measure } from '@driftline/shared';
import { FIELD_WIDTH, LABEL_WIDTH } from './fields.tsx';

interface Props {
  /** Undefined while the query names none that exists. */
  readonly measure: Measure | undefined;
  readonly onChange: (id: string) => void;
}

const OPTIONS = MEASURES.map(({ id, name, description, family }) => ({
  value: id as string,
  label: name,
  description,
  group: `${family.charAt(0).toUpperCase()}${family.slice(1)}`,
}));

/** The measures by family. */
export function MeasureField({ measure, onChange }: Props) {
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
        options={OPTIONS}
        onChange={({ value }) => onChange(value)}
      />
    </InlineField>
  );
}

import { t } from '@grafana/i18n';
import { Combobox } from '@grafana/ui';
import type { MeasureInfo } from '@driftline/shared';
import { QueryField } from './query-fields.tsx';

interface Props {
  readonly measures: readonly MeasureInfo[];
  /** Undefined while the query names none that exists. */
  readonly measure: MeasureInfo | undefined;
  readonly onChange: (id: string) => void;
}

const WIDTH = 33;

/** The measures by family. */
export function MeasureField({ measures, measure, onChange }: Props) {
  const options = measures.map(({ id, name, description, family }) => ({
    value: id as string,
    label: name,
    description,
    group: `${family.charAt(0).toUpperCase()}${family.slice(1)}`,
  }));
  return (
    <QueryField label={t('datasource.measure-field.label-measure', 'Measure')} tooltip={measure && explained(measure)}>
      {(id) => (
        <Combobox
          id={id}
          width={WIDTH}
          placeholder={t('datasource.measure-field.placeholder-choose-a-measure', 'Choose a measure')}
          value={measure?.id ?? null}
          options={options}
          onChange={({ value }) => onChange(value)}
        />
      )}
    </QueryField>
  );
}

const explained = ({ description, definition, source }: MeasureInfo): string =>
  t('datasource.measure-field.explained', '{{- description}} Computed as {{- definition}}. Source: {{- source}}.', {
    description,
    definition,
    source,
  });

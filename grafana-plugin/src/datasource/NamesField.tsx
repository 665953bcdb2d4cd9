import { t } from '@grafana/i18n';
import type { TimeRange } from '@grafana/data';
import { MultiCombobox, type ComboboxOption } from '@grafana/ui';
import type { Choice, Dimension } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { matchingOptions } from './matching-options.ts';
import { FIELD_WIDTH, QueryField } from './query-fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly dimension: NamedDimension;
  readonly datasource: DriftlineDataSource;
  /** When the names reported; the last hours unless given. */
  readonly range?: TimeRange | undefined;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

/** Dimensions whose values people know by name. */
export type NamedDimension = Exclude<Dimension, 'profile'>;

const names = (): Record<NamedDimension, { readonly label: string; readonly choice: Choice }> => ({
  model: { label: t('datasource.names-field.model', 'Model'), choice: 'models' },
  version: { label: t('datasource.names-field.version', 'Version'), choice: 'versions' },
  feature: { label: t('datasource.names-field.feature', 'Feature'), choice: 'features' },
  group: { label: t('datasource.names-field.group', 'Group attribute'), choice: 'groups' },
});

/** Names that the store holds. A template variable can be typed in too. */
export function NamesField({ dimension, datasource, range, query, change }: Props) {
  const { label, choice } = names()[dimension];
  const load = async (typed: string): Promise<Array<ComboboxOption<string>>> => {
    // Without names a person still types them; what is wrong with the store, the query itself says.
    const found = await datasource.choices(choice, query.where, range).catch(() => []);
    return matchingOptions(found, typed);
  };
  return (
    <QueryField label={label}>
      {(id) => (
        <MultiCombobox
          id={id}
          width={FIELD_WIDTH}
          createCustomValue
          placeholder={t('datasource.names-field.placeholder-all', 'All')}
          value={[...(query.where[dimension] ?? [])]}
          options={load}
          onChange={(options) => change({ where: { ...query.where, [dimension]: options.map(({ value }) => value) } })}
        />
      )}
    </QueryField>
  );
}

import { useEffect, useState } from 'react';
import type { TimeRange } from '@grafana/data';
import { t } from '@grafana/i18n';
import { Combobox, MultiCombobox, type ComboboxOption } from '@grafana/ui';
import type { Where } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { matchingOptions } from './matching-options.ts';
import { optionNames } from './option-names.ts';
import { FIELD_WIDTH, QueryField } from './query-fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  /** When the segments reported; the last hours unless given. */
  readonly range?: TimeRange | undefined;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

/** By which attribute the model is looked at in parts, and which of these. Nothing where no model has segments. */
export function SegmentFields({ datasource, range, query, change }: Props) {
  const { where, segment } = query;
  const names = useSegments(datasource, where, range);
  if (names.length === 0 && segment === undefined) return null;
  const { name, values = [] } = segment ?? {};
  const load = async (typed: string): Promise<Array<ComboboxOption<string>>> => {
    const found = name === undefined ? [] : await datasource.segmentValues(name, where, range).catch(() => []);
    return matchingOptions(found, typed);
  };
  return (
    <>
      <QueryField
        label={optionNames().segment}
        tooltip={t(
          'datasource.segment-fields.tooltip-segment',
          'The attribute by which the model is looked at in parts, each against its own rows of the training data.',
        )}
      >
        {(id) => (
          <Combobox
            id={id}
            width={FIELD_WIDTH}
            isClearable
            createCustomValue
            placeholder={t('datasource.segment-fields.placeholder-whole', 'The whole model')}
            value={name ?? null}
            options={names.map((value) => ({ value }))}
            onChange={(option) => change({ segment: option === null ? undefined : { name: option.value } })}
          />
        )}
      </QueryField>
      {name !== undefined && (
        <QueryField label={t('datasource.segment-fields.values', 'Segment values')}>
          {(id) => (
            <MultiCombobox
              id={id}
              width={FIELD_WIDTH}
              createCustomValue
              placeholder={t('datasource.names-field.placeholder-all', 'All')}
              // The values of another attribute are others.
              key={name}
              value={[...values]}
              options={load}
              onChange={(options) => change({ segment: { name, values: options.map(({ value }) => value) } })}
            />
          )}
        </QueryField>
      )}
    </>
  );
}

/** Attributes of segments that the models of a query have; none while they are loading. */
function useSegments(datasource: DriftlineDataSource, where: Where, range: TimeRange | undefined): readonly string[] {
  const [names, setNames] = useState<readonly string[]>([]);
  const models = JSON.stringify([where.model, where.version]);
  useEffect(() => {
    let isShown = true;
    const [model, version] = JSON.parse(models) as readonly (readonly string[] | null)[];
    // What is wrong with the store, the query itself says.
    datasource.choices('segments', { model: model ?? [], version: version ?? [] }, range).then(
      (found) => isShown && setNames(found),
      () => isShown && setNames([]),
    );
    return () => {
      isShown = false;
    };
    // The range moves with every refresh of a dashboard, and the segments of a model do not.
    // eslint-disable-next-line react-hooks/exhaustive-deps -- as above
  }, [datasource, models]);
  return names;
}

import { t } from '@grafana/i18n';
import { useEffect, useRef } from 'react';
import type { TimeRange } from '@grafana/data';
import { EditorSwitch } from '@grafana/plugin-ui';
import { Combobox } from '@grafana/ui';
import type { DistributionSource, HistogramSource } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, QueryField, TextField } from './query-fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  /** When the names reported; the last hours unless given. */
  readonly range?: TimeRange | undefined;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

const sources = (): Array<{ value: DistributionSource['kind']; label: string }> => [
  { value: 'features', label: t('datasource.distribution-fields.features', 'Features') },
  { value: 'prediction', label: t('datasource.distribution-fields.predictions', 'Predictions') },
  { value: 'histogram', label: t('datasource.distribution-fields.any-histogram', 'Any histogram') },
];
/** A selector is longer than a name. */
const SELECTOR_WIDTH = 33;
const NEW_HISTOGRAM: HistogramSource = { kind: 'histogram', selector: '', edges: [], by: [] };

/** Whose distribution a measure looks at. */
export function DistributionFields({ datasource, range, query, change }: Props) {
  const of = query.of ?? { kind: 'features' };
  return (
    <>
      <QueryField
        label={t('datasource.distribution-fields.label-distribution-of', 'Distribution of')}
        tooltip={t(
          'datasource.distribution-fields.tooltip-distribution-of',
          'Features and predictions of models, or any other histogram in the store.',
        )}
      >
        {(id) => (
          <Combobox<DistributionSource['kind']>
            id={id}
            width={FIELD_WIDTH}
            value={of.kind}
            options={sources()}
            onChange={({ value }) => change({ of: value === 'histogram' ? NEW_HISTOGRAM : { kind: value } })}
          />
        )}
      </QueryField>
      {of.kind === 'histogram' && <HistogramFields datasource={datasource} range={range} of={of} change={change} />}
    </>
  );
}

interface HistogramProps extends Pick<Props, 'datasource' | 'range' | 'change'> {
  readonly of: HistogramSource;
}

/** A histogram by its selector. The edges of its bins are read from the store and stay in the query. */
function HistogramFields({ datasource, range, of, change }: HistogramProps) {
  const latest = useRef<Omit<HistogramProps, 'datasource' | 'range'>>(undefined);
  useEffect(() => {
    latest.current = { of, change };
    return () => {
      latest.current = undefined;
    };
  });
  const read = async (next: HistogramSource): Promise<void> => {
    change({ of: next });
    if (next.native === true) return;
    const edges = await datasource.edges(next.selector, range).catch(() => []);
    // The person may have gone on meanwhile.
    const now = latest.current;
    if (edges.length > 0 && now?.of.selector === next.selector) now.change({ of: { ...now.of, edges } });
  };
  return (
    <>
      <TextField
        label={t('datasource.histogram-fields.label-histogram', 'Histogram')}
        width={SELECTOR_WIDTH}
        tooltip={t(
          'datasource.histogram-fields.tooltip-histogram',
          'Its name and labels as PromQL, without _bucket. The edges of its bins are read from the store.',
        )}
        // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- PromQL
        placeholder='http_request_duration_seconds{job="api"}'
        value={of.selector}
        onChange={(selector = '') => void read({ ...of, selector })}
      />
      <TextField
        label={t('datasource.histogram-fields.label-bin-edges', 'Bin edges')}
        tooltip={t(
          'datasource.histogram-fields.tooltip-bounds-between-ascending-remove-wider',
          'Bounds between the bins, ascending. Remove some for wider bins.',
        )}
        // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- numbers as they are typed
        placeholder="0.1, 0.5, 1"
        value={of.edges.join(', ')}
        onChange={(edges = '') => change({ of: { ...of, edges: numbersIn(edges) } })}
      />
      <TextField
        label={t('datasource.histogram-fields.label-group-by', 'Group by')}
        tooltip={t(
          'datasource.histogram-fields.tooltip-group-by',
          'Labels that separate one distribution from another, such as job. Empty: all series are one distribution.',
        )}
        placeholder={t('datasource.histogram-fields.placeholder-nothing', 'nothing')}
        value={of.by.join(', ')}
        onChange={(by = '') => change({ of: { ...of, by: namesIn(by) } })}
      />
      <QueryField
        label={t('datasource.histogram-fields.label-native-histogram', 'Native histogram')}
        tooltip={t(
          'datasource.histogram-fields.tooltip-native-histograms-bucket-series-edges',
          'Native histograms have no bucket series: type the bin edges.',
        )}
      >
        {(id) => (
          <EditorSwitch
            id={id}
            value={of.native === true}
            onChange={({ currentTarget }) => change({ of: { ...of, native: currentTarget.checked } })}
          />
        )}
      </QueryField>
    </>
  );
}

function namesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

function numbersIn(text: string): number[] {
  return namesIn(text).map(Number);
}

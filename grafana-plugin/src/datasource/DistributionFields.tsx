import { Combobox, InlineField, InlineSwitch } from '@grafana/ui';
import type { DistributionSource, HistogramSource } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH, TextField } from './fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

const SOURCES: ReadonlyArray<{ value: DistributionSource['kind']; label: string }> = [
  { value: 'features', label: 'Features' },
  { value: 'prediction', label: 'Predictions' },
  { value: 'histogram', label: 'Any histogram' },
];
const NEW_HISTOGRAM: HistogramSource = { kind: 'histogram', selector: '', edges: [], by: [] };

/** Whose distribution is looked at; of a histogram, the edges are read from the store and stay in the query. */
export function DistributionFields({ datasource, query, change }: Props) {
  const of = query.of ?? { kind: 'features' };
  const choose = (kind: DistributionSource['kind']): void =>
    kind === 'histogram'
      ? change({ of: NEW_HISTOGRAM, baseline: { kind: 'earlier', offset: '1d' } })
      : change({ of: { kind }, baseline: { kind: 'reference' } });
  return (
    <>
      <InlineField label="Of" labelWidth={LABEL_WIDTH} tooltip="Whose distribution is looked at.">
        <Combobox<DistributionSource['kind']>
          width={FIELD_WIDTH}
          value={of.kind}
          options={[...SOURCES]}
          onChange={({ value }) => choose(value)}
        />
      </InlineField>
      {of.kind === 'histogram' && <HistogramFields datasource={datasource} of={of} change={change} />}
    </>
  );
}

interface HistogramProps extends Pick<Props, 'datasource' | 'change'> {
  readonly of: HistogramSource;
}

function HistogramFields({ datasource, of, change }: HistogramProps) {
  const read = async (selector: string): Promise<void> => {
    change({ of: { ...of, selector } });
    const edges = of.native === true ? [] : await datasource.edges(selector).catch(() => []);
    if (edges.length > 0) change({ of: { ...of, selector, edges } });
  };
  return (
    <>
      <TextField
        label="Histogram"
        tooltip="Its name and labels as PromQL, without _bucket. Its edges are read from the store."
        placeholder='http_request_duration_seconds{job="api"}'
        value={of.selector}
        onChange={(selector = '') => void read(selector)}
      />
      <TextField
        key={of.edges.join()}
        label="Edges"
        tooltip="Bounds between the bins, ascending. Take some away to look less closely."
        placeholder="0.1, 0.5, 1"
        value={of.edges.join(', ')}
        onChange={(edges = '') => change({ of: { ...of, edges: numbersIn(edges) } })}
      />
      <TextField
        label="By"
        tooltip="Labels that tell one distribution from another, such as job."
        placeholder="all together"
        value={of.by.join(', ')}
        onChange={(by = '') => change({ of: { ...of, by: namesIn(by) } })}
      />
      <InlineSwitch
        label="Native"
        showLabel
        value={of.native === true}
        onChange={(event) => change({ of: { ...of, native: event.currentTarget.checked } })}
      />
    </>
  );
}

function namesIn(text: string): string[] {
  return text.split(/[\s,]+/).filter((part) => part !== '');
}

function numbersIn(text: string): number[] {
  return namesIn(text).map(Number);
}

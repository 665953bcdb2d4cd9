import type { TimeRange } from '@grafana/data';
import { Combobox, InlineField } from '@grafana/ui';
import type { Baseline } from '@driftline/shared';
import { baselineKinds, newBaseline } from './baselines.ts';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH, TextField } from './fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  /** When the names reported; the last hours unless given. */
  readonly range?: TimeRange | undefined;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

const OFFSETS = ['1h', '1d', '1w', '4w'];
const KINDS: Record<Baseline['kind'], string> = {
  reference: 'Reference profile',
  earlier: 'Earlier time window',
  version: 'Another version',
  selector: 'Another selector',
};

/** What the live values are compared with. */
export function BaselineFields({ datasource, range, query, change }: Props) {
  const { baseline, of } = query;
  const versions = async (): Promise<Array<{ value: string }>> => {
    const names = await datasource.choices('versions', query.where, range).catch(() => []);
    return names.map((value) => ({ value }));
  };
  return (
    <>
      <InlineField label="Baseline" labelWidth={LABEL_WIDTH} tooltip="What the live values are compared with.">
        <Combobox<Baseline['kind']>
          width={FIELD_WIDTH}
          value={baseline.kind}
          options={baselineKinds(of).map((value) => ({ value, label: KINDS[value] }))}
          onChange={({ value }) => change({ baseline: newBaseline(value) })}
        />
      </InlineField>
      {baseline.kind === 'earlier' && (
        <InlineField
          label="Offset"
          labelWidth={LABEL_WIDTH}
          tooltip="How long before the live window: 1d is the same time yesterday, 1w the same time last week."
        >
          <Combobox
            width={FIELD_WIDTH}
            createCustomValue
            value={baseline.offset}
            options={OFFSETS.map((value) => ({ value }))}
            onChange={({ value }) => change({ baseline: { kind: 'earlier', offset: value } })}
          />
        </InlineField>
      )}
      {baseline.kind === 'version' && (
        <InlineField
          label="Baseline version"
          labelWidth={LABEL_WIDTH}
          tooltip="For example the stable version, to compare a canary with it."
        >
          <Combobox
            width={FIELD_WIDTH}
            createCustomValue
            placeholder="version"
            value={baseline.version === '' ? null : baseline.version}
            options={versions}
            onChange={({ value }) => change({ baseline: { kind: 'version', version: value } })}
          />
        </InlineField>
      )}
      {baseline.kind === 'selector' && (
        <TextField
          label="Baseline selector"
          tooltip="Another histogram, or this one with other labels, as PromQL."
          placeholder='latency_seconds{job="stable"}'
          value={baseline.selector}
          onChange={(selector = '') => change({ baseline: { kind: 'selector', selector } })}
        />
      )}
    </>
  );
}

import { Combobox, InlineField } from '@grafana/ui';
import type { Baseline } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH, TextField } from './fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

const OFFSETS = ['1h', '1d', '1w', '4w'];
const KINDS: Record<Baseline['kind'], string> = {
  reference: 'Reference profile',
  earlier: 'An earlier time',
  version: 'Another version',
  selector: 'Another selector',
};

/** A baseline of this kind that a person can go on from. */
function startOf(kind: Baseline['kind']): Baseline {
  switch (kind) {
    case 'reference':
      return { kind };
    case 'earlier':
      return { kind, offset: '1d' };
    case 'version':
      return { kind, version: '' };
    case 'selector':
      return { kind, selector: '' };
  }
}

/** What the live values are compared with. */
export function BaselineFields({ datasource, query, change }: Props) {
  const { baseline, of } = query;
  const kinds: readonly Baseline['kind'][] =
    of?.kind === 'histogram' ? ['earlier', 'selector'] : ['reference', 'earlier', 'version'];
  const versions = async (): Promise<Array<{ value: string }>> => {
    const names = await datasource.choices('versions', query.where).catch(() => []);
    return names.map((value) => ({ value }));
  };
  return (
    <>
      <InlineField label="Baseline" labelWidth={LABEL_WIDTH} tooltip="What the live values are compared with.">
        <Combobox<Baseline['kind']>
          width={FIELD_WIDTH}
          value={baseline.kind}
          options={kinds.map((value) => ({ value, label: KINDS[value] }))}
          onChange={({ value }) => change({ baseline: startOf(value) })}
        />
      </InlineField>
      {baseline.kind === 'earlier' && (
        <InlineField label="Ago" labelWidth={LABEL_WIDTH} tooltip="1d is yesterday, 1w the same hour of last week.">
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
        <InlineField label="Compared with" labelWidth={LABEL_WIDTH} tooltip="The stable version, say, beside a canary.">
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
          label="Compared with"
          tooltip="The histogram with other labels, as PromQL."
          placeholder='latency_seconds{job="stable"}'
          value={baseline.selector}
          onChange={(selector) => change({ baseline: { kind: 'selector', selector: selector ?? '' } })}
        />
      )}
    </>
  );
}

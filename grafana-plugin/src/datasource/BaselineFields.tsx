import { useId } from 'react';
import type { TimeRange } from '@grafana/data';
import { Combobox, Label, Stack, type ComboboxOption } from '@grafana/ui';
import type { Baseline } from '@driftline/shared';
import { baselineKinds, newBaseline } from './baselines.ts';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { TextInput } from './typed-inputs.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly datasource: DriftlineDataSource;
  /** When the names reported; the last hours unless given. */
  readonly range?: TimeRange | undefined;
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

const KINDS: Record<Baseline['kind'], string> = {
  reference: 'the training data',
  earlier: 'an earlier time',
  version: 'another version',
  selector: 'another histogram',
};
const OFFSETS: Readonly<Record<string, string>> = {
  '1h': '1 hour earlier',
  '1d': '1 day earlier',
  '1w': '7 days earlier',
  '4w': '28 days earlier',
};

const KIND_WIDTH = 20;
const PART_WIDTH = 22;
const SELECTOR_WIDTH = 33;

/** What the live values are compared with, as a sentence: compared with an earlier time, 7 days earlier. */
export function BaselineFields({ datasource, range, query, change }: Props) {
  const { baseline, of } = query;
  const id = useId();
  const versions = async (): Promise<Array<ComboboxOption<string>>> => {
    const names = await datasource.choices('versions', query.where, range).catch(() => []);
    return names.map(versionOption);
  };
  return (
    <Stack alignItems="center" gap={1} wrap="wrap">
      <Label htmlFor={id}>Compared with</Label>
      <Combobox<Baseline['kind']>
        id={id}
        width={KIND_WIDTH}
        value={baseline.kind}
        options={baselineKinds(of).map((value) => ({ value, label: KINDS[value] }))}
        onChange={({ value }) => change({ baseline: newBaseline(value) })}
      />
      {baseline.kind === 'earlier' && (
        <Combobox
          aria-label="How much earlier"
          width={PART_WIDTH}
          createCustomValue
          customValueDescription="A duration, such as 3d"
          value={offsetOption(baseline.offset)}
          options={Object.keys(OFFSETS).map(offsetOption)}
          onChange={({ value }) => change({ baseline: { kind: 'earlier', offset: value } })}
        />
      )}
      {baseline.kind === 'version' && (
        <Combobox
          aria-label="Version to compare with"
          width={PART_WIDTH}
          createCustomValue
          placeholder="Choose a version"
          value={baseline.version === '' ? null : versionOption(baseline.version)}
          options={versions}
          onChange={({ value }) => change({ baseline: { kind: 'version', version: value } })}
        />
      )}
      {baseline.kind === 'selector' && (
        <TextInput
          aria-label="Histogram to compare with"
          width={SELECTOR_WIDTH}
          placeholder='latency_seconds{job="stable"}'
          value={baseline.selector}
          onChange={(selector = '') => change({ baseline: { kind: 'selector', selector } })}
        />
      )}
    </Stack>
  );
}

const offsetOption = (value: string) => ({ value, label: OFFSETS[value] ?? `${value} earlier` });

const versionOption = (value: string) => ({ value, label: `version ${value}` });

import { t, Trans } from '@grafana/i18n';
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

const kindNames = (): Record<Baseline['kind'], string> => ({
  reference: t('datasource.baseline-fields.kind-reference', 'the training data'),
  earlier: t('datasource.baseline-fields.kind-earlier', 'an earlier time'),
  version: t('datasource.baseline-fields.kind-version', 'another version'),
  selector: t('datasource.baseline-fields.kind-selector', 'another histogram'),
});
const offsetNames = (): Readonly<Record<string, string>> => ({
  '1h': t('datasource.baseline-fields.offset-1h', '1 hour earlier'),
  '1d': t('datasource.baseline-fields.offset-1d', '1 day earlier'),
  '1w': t('datasource.baseline-fields.offset-1w', '7 days earlier'),
  '4w': t('datasource.baseline-fields.offset-4w', '28 days earlier'),
});

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
      <Label htmlFor={id}>
        <Trans i18nKey="datasource.baseline-fields.compared-with">Compared with</Trans>
      </Label>
      <Combobox<Baseline['kind']>
        id={id}
        width="auto"
        minWidth={KIND_WIDTH}
        value={baseline.kind}
        options={baselineKinds(of).map((value) => ({ value, label: kindNames()[value] }))}
        onChange={({ value }) => change({ baseline: newBaseline(value) })}
      />
      {baseline.kind === 'earlier' && (
        <Combobox
          aria-label={t('datasource.baseline-fields.aria-label-how-much-earlier', 'How much earlier')}
          width={PART_WIDTH}
          createCustomValue
          customValueDescription={t('datasource.baseline-fields.a-duration', 'A duration, such as 3d')}
          value={offsetOption(baseline.offset)}
          options={Object.keys(offsetNames()).map(offsetOption)}
          onChange={({ value }) => change({ baseline: { kind: 'earlier', offset: value } })}
        />
      )}
      {baseline.kind === 'version' && (
        <Combobox
          aria-label={t('datasource.baseline-fields.aria-label-version-to-compare-with', 'Version to compare with')}
          width={PART_WIDTH}
          createCustomValue
          placeholder={t('datasource.baseline-fields.placeholder-choose-a-version', 'Choose a version')}
          value={baseline.version === '' ? null : versionOption(baseline.version)}
          options={versions}
          onChange={({ value }) => change({ baseline: { kind: 'version', version: value } })}
        />
      )}
      {baseline.kind === 'selector' && (
        <TextInput
          aria-label={t('datasource.baseline-fields.aria-label-histogram-to-compare-with', 'Histogram to compare with')}
          width={SELECTOR_WIDTH}
          // eslint-disable-next-line @grafana/i18n/no-untranslated-strings -- PromQL
          placeholder='latency_seconds{job="stable"}'
          value={baseline.selector}
          onChange={(selector = '') => change({ baseline: { kind: 'selector', selector } })}
        />
      )}
    </Stack>
  );
}

const offsetOption = (value: string) => ({
  value,
  label: offsetNames()[value] ?? t('datasource.baseline-fields.earlier', '{{- offset}} earlier', { offset: value }),
});

const versionOption = (value: string) => ({
  value,
  label: t('datasource.baseline-fields.version', 'version {{- version}}', { version: value }),
});

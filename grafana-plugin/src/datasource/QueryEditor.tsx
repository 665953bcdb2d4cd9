import type { QueryEditorProps } from '@grafana/data';
import { Alert, Combobox, InlineField, InlineFieldRow, RadioButtonGroup, Stack } from '@grafana/ui';
import { completeQuery, DIMENSIONS, inputsOf, measureById, type Aspect } from '@driftline/shared';
import { BaselineFields } from './BaselineFields.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH } from './fields.tsx';
import { fitQuery } from './fit-query.ts';
import { MeasureField } from './MeasureField.tsx';
import { NamesField, type NamedDimension } from './NamesField.tsx';
import { OptionFields } from './OptionFields.tsx';
import { PromqlPreview } from './PromqlPreview.tsx';
import {
  DEFAULT_DRIFTLINE_QUERY,
  type CompleteQuery,
  type DriftlineQuery,
  type DriftlineSettings,
  type QueryChange,
} from './types.ts';

type Props = QueryEditorProps<DriftlineDataSource, DriftlineQuery, DriftlineSettings>;

const WINDOWS = ['1m', '5m', '15m', '1h', '6h', '1d', '7d', '$__rate_interval', '$__range'];
const ASPECT_NAMES: Record<Aspect, string> = {
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  lower: 'Wilson interval, lower bound',
  upper: 'Wilson interval, upper bound',
  excess: 'Excess over the training share',
  'critical-value': 'Critical value',
};
const TYPES = [
  { label: 'Range', value: false },
  { label: 'Instant', value: true },
];

/** Asks for a measure, and offers only the fields that the measure takes. */
export function QueryEditor({ datasource, query: saved, onChange, onRunQuery }: Props) {
  const { query, problem } = readQuery(saved);
  const ask = (next: CompleteQuery): void => {
    onChange(fitQuery(next));
    onRunQuery();
  };
  if (query === undefined) {
    const { refId, hide } = saved;
    return (
      <Stack direction="column" gap={1}>
        <MeasureField
          measure={undefined}
          onChange={(measure) =>
            ask({ ...DEFAULT_DRIFTLINE_QUERY, datasource: saved.datasource, refId, hide, measure })
          }
        />
        <Alert severity="warning" title={problem} />
      </Stack>
    );
  }
  const measure = measureById(query.measure);
  const inputs = inputsOf(query);
  const dimensions = inputs.filter(isDimension);
  const change = (part: QueryChange): void => ask({ ...query, ...part } as CompleteQuery);
  const common = { datasource, query, change };
  return (
    <Stack direction="column" gap={1}>
      <InlineFieldRow>
        <MeasureField measure={measure} onChange={(id) => change({ measure: id })} />
        <InlineField label="Window" labelWidth={LABEL_WIDTH} tooltip="The time over which observations are counted.">
          <Combobox
            width={FIELD_WIDTH}
            createCustomValue
            value={query.window}
            options={WINDOWS.map((value) => ({ value }))}
            onChange={({ value }) => change({ window: value })}
          />
        </InlineField>
        <InlineField label="Show" labelWidth={LABEL_WIDTH} tooltip="The measure itself, or a number behind it.">
          <Combobox<Aspect>
            width={FIELD_WIDTH}
            value={query.show ?? 'value'}
            options={measure.aspects(query).map((value) => ({ value, label: ASPECT_NAMES[value] }))}
            onChange={({ value }) => change({ show: value })}
          />
        </InlineField>
        <InlineField label="Type" tooltip="Range: values over the time range. Instant: one value at its end.">
          <RadioButtonGroup
            options={TYPES}
            value={query.instant === true}
            onChange={(instant) => change({ instant })}
          />
        </InlineField>
      </InlineFieldRow>
      {dimensions.length > 0 && (
        <InlineFieldRow>
          {dimensions.map((dimension) => (
            <NamesField key={dimension} dimension={dimension} {...common} />
          ))}
        </InlineFieldRow>
      )}
      {inputs.includes('baseline') && (
        <InlineFieldRow>
          {inputs.includes('of') && <DistributionFields {...common} />}
          <BaselineFields {...common} />
        </InlineFieldRow>
      )}
      <InlineFieldRow>
        <OptionFields query={query} change={change} />
      </InlineFieldRow>
      <PromqlPreview query={query} />
    </Stack>
  );
}

interface ReadQuery {
  readonly query?: CompleteQuery;
  /** Why the query cannot be edited. */
  readonly problem: string;
}

/** A saved query may name a measure that this release does not have, or come from a later release. */
function readQuery(saved: DriftlineQuery): ReadQuery {
  try {
    const query = completeQuery(saved);
    measureById(query.measure);
    return { query, problem: '' };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function isDimension(input: string): input is NamedDimension {
  return input in DIMENSIONS;
}

import { CoreApp, type QueryEditorProps } from '@grafana/data';
import { Alert, Combobox, InlineField, InlineFieldRow, LoadingPlaceholder, RadioButtonGroup, Stack } from '@grafana/ui';
import {
  applicableInputs,
  completeQuery,
  DIMENSIONS,
  type Aspect,
  type Format,
  type MeasureInfo,
} from '@driftline/shared';
import { AnnotationFields, MarkField } from './AnnotationFields.tsx';
import { BaselineFields } from './BaselineFields.tsx';
import { CreateRuleButton } from './CreateRuleButton.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH } from './fields.tsx';
import { fitQuery, isOfLimits } from './fit-query.ts';
import { measureAspects } from './measure-aspects.ts';
import { MeasureField } from './MeasureField.tsx';
import { NamesField, type NamedDimension } from './NamesField.tsx';
import { OptionFields } from './OptionFields.tsx';
import { PromqlPreview } from './PromqlPreview.tsx';
import { ResolvedByFields } from './ResolvedByFields.tsx';
import {
  DEFAULT_DRIFTLINE_QUERY,
  type CompleteQuery,
  type DriftlineQuery,
  type DriftlineSettings,
  type QueryChange,
} from './types.ts';
import { useMeasures } from './use-measures.ts';

export interface EditorProps extends QueryEditorProps<DriftlineDataSource, DriftlineQuery, DriftlineSettings> {
  /** Whether annotations are asked for, which have no format or type to choose. */
  readonly isAnnotation?: boolean;
}

const WINDOWS = ['1m', '5m', '15m', '1h', '6h', '1d', '7d'];
const GRAFANA_WINDOWS = ['$__rate_interval', '$__range'];
const ASPECT_NAMES: Record<Aspect, string> = {
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  lower: 'Wilson interval, lower bound',
  upper: 'Wilson interval, upper bound',
  training: 'Share of the training data',
  excess: 'Excess over the training share',
  'critical-value': 'Critical value',
};
const TYPES = [
  { label: 'Range', value: false },
  { label: 'Instant', value: true },
];
const FORMATS: { label: string; value: Format }[] = [
  { label: 'Time series', value: 'timeseries' },
  { label: 'Table', value: 'table' },
  { label: 'Distribution', value: 'distribution' },
  { label: 'Confusion matrix', value: 'confusion' },
];

/** Asks for a measure, and offers only the fields that the measure takes. */
export function QueryEditor(props: EditorProps) {
  const { measures, problem } = useMeasures(props.datasource);
  if (problem !== undefined) return <Alert severity="error" title={problem} />;
  if (measures === undefined) return <LoadingPlaceholder text="Loading the measures…" />;
  return <MeasureQueryEditor {...props} measures={measures} />;
}

interface LoadedProps extends EditorProps {
  readonly measures: readonly MeasureInfo[];
}

function MeasureQueryEditor(props: LoadedProps) {
  const { measures, datasource, query: saved, onChange, onRunQuery, app, range, data, isAnnotation = false } = props;
  const read = readQuery(saved, measures, datasource);
  const ask = (next: CompleteQuery): void => {
    const measure = measures.find(({ id }) => id === next.measure);
    onChange(measure === undefined ? next : fitQuery(next, measure));
    onRunQuery();
  };
  if ('problem' in read) {
    const { refId, hide } = saved;
    return (
      <Stack direction="column" gap={1}>
        <MeasureField
          measures={measures}
          measure={undefined}
          onChange={(measure) =>
            ask({ ...DEFAULT_DRIFTLINE_QUERY, datasource: saved.datasource, refId, hide, measure })
          }
        />
        <Alert severity="warning" title={read.problem} />
      </Stack>
    );
  }
  const { query, measure } = read;
  const inputs = applicableInputs(measure.inputs, query.of);
  const dimensions = inputs.filter(isDimension);
  const change = (part: QueryChange): void => ask({ ...query, ...part } as CompleteQuery);
  const common = { datasource, range, query, change };
  // A rule takes single values at the time at which it is evaluated, and shows no panel that has an interval.
  const isRule = app === CoreApp.UnifiedAlerting;
  const aspects = measureAspects(measure, query).filter((show) => !isAnnotation || isOfLimits({ ...query, show }));
  if (isAnnotation && query.marks === 'versions') {
    return (
      <Stack direction="column" gap={1}>
        <InlineFieldRow>
          <MarkField query={query} change={change} />
        </InlineFieldRow>
        <InlineFieldRow>
          <NamesField dimension="model" {...common} />
          <NamesField dimension="version" {...common} />
        </InlineFieldRow>
      </Stack>
    );
  }
  const windows = isRule ? WINDOWS : [...WINDOWS, ...GRAFANA_WINDOWS];
  return (
    <Stack direction="column" gap={1}>
      {isAnnotation && (
        <InlineFieldRow>
          <MarkField query={query} change={change} />
          <AnnotationFields measure={measure} query={query} change={change} />
        </InlineFieldRow>
      )}
      <InlineFieldRow>
        <MeasureField
          measures={measures}
          measure={measure}
          // A number that was typed means nothing to another measure.
          onChange={(id) => change({ measure: id, limit: undefined })}
        />
        <InlineField label="Window" labelWidth={LABEL_WIDTH} tooltip="The time over which observations are counted.">
          <Combobox
            width={FIELD_WIDTH}
            createCustomValue
            value={query.window}
            options={windows.map((value) => ({ value }))}
            onChange={({ value }) => change({ window: value })}
          />
        </InlineField>
        <InlineField label="Show" labelWidth={LABEL_WIDTH} tooltip="The measure itself, or a number behind it.">
          <Combobox<Aspect>
            width={FIELD_WIDTH}
            value={query.show ?? 'value'}
            options={aspects.map((value) => ({ value, label: ASPECT_NAMES[value] }))}
            onChange={({ value }) => change({ show: value })}
          />
        </InlineField>
      </InlineFieldRow>
      {!isRule && !isAnnotation && (
        <InlineFieldRow>
          <ResultFields query={query} change={change} />
        </InlineFieldRow>
      )}
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
        <OptionFields
          measure={measure}
          defaultMinimum={datasource.defaults.minimumObservations}
          query={query}
          change={change}
        />
        {/* A panel may show what a rule asks for. */}
        {(isRule || query.resolvedBy !== undefined) && isOfLimits(query) && (
          <ResolvedByFields query={query} change={change} />
        )}
      </InlineFieldRow>
      <PromqlPreview datasource={datasource} query={query} />
      {!isRule && <CreateRuleButton datasource={datasource} query={query} measure={measure} request={data?.request} />}
    </Stack>
  );
}

interface ResultProps {
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

/** In which form a panel gets the values. A table has one row for each feature, group or model: there is no range of it. */
function ResultFields({ query: { instant, format = 'timeseries' }, change }: ResultProps) {
  return (
    <>
      <InlineField
        label="Type"
        labelWidth={LABEL_WIDTH}
        tooltip="Range: values over the time range. Instant: one value at its end."
        disabled={format === 'table' || format === 'distribution'}
      >
        <RadioButtonGroup
          options={TYPES}
          value={format === 'table' || format === 'distribution' || instant === true}
          onChange={(value) => change({ instant: value ? true : undefined })}
        />
      </InlineField>
      <InlineField
        label="Format"
        labelWidth={LABEL_WIDTH}
        tooltip="Time series: one series for each feature, group or model. Table: one row for each, with its value, counts and limits at the end of the time range. Distribution: both sides of each distribution, bin by bin. Confusion matrix: outcomes by predicted and actual class."
      >
        <RadioButtonGroup
          options={FORMATS}
          value={format}
          onChange={(value) => change({ format: value === 'timeseries' ? undefined : value })}
        />
      </InlineField>
    </>
  );
}

type ReadQuery =
  | { readonly query: CompleteQuery; readonly measure: MeasureInfo }
  /** Why the query cannot be edited. */
  | { readonly problem: string };

/** A saved query may name a measure that this release does not have, or come from a later release. */
function readQuery(
  saved: DriftlineQuery,
  measures: readonly MeasureInfo[],
  datasource: DriftlineDataSource,
): ReadQuery {
  try {
    const query = completeQuery({ window: datasource.getDefaultQuery().window, ...saved });
    const measure = measures.find(({ id }) => id === query.measure);
    if (measure === undefined) {
      return { problem: `There is no measure ${JSON.stringify(query.measure)} in this release: choose another one.` };
    }
    return { query, measure };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function isDimension(input: string): input is NamedDimension {
  return input in DIMENSIONS;
}

import type { QueryEditorProps } from '@grafana/data';
import {
  Combobox,
  InlineField,
  InlineFieldRow,
  MultiCombobox,
  RadioButtonGroup,
  Stack,
  type ComboboxOption,
} from '@grafana/ui';
import {
  AVERAGES,
  completeQuery,
  inputsOf,
  DEFAULT_QUANTILE,
  DEFAULT_SIGNIFICANCE,
  measureById,
  MEASURES,
  type Aspect,
  type Average,
  type Choice,
  type Dimension,
  type Input,
} from '@driftline/shared';
import { BaselineFields } from './BaselineFields.tsx';
import { DistributionFields } from './DistributionFields.tsx';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH, NumberField, TextField } from './fields.tsx';
import { PromqlPreview } from './PromqlPreview.tsx';
import type { CompleteQuery, DriftlineQuery, DriftlineSettings, QueryChange } from './types.ts';

type Props = QueryEditorProps<DriftlineDataSource, DriftlineQuery, DriftlineSettings>;

const WINDOWS = ['1m', '5m', '15m', '1h', '6h', '1d', '7d', '$__rate_interval', '$__range'];
const ASPECT_NAMES: Record<Aspect, string> = {
  value: 'Value',
  observations: 'Observations',
  numerator: 'Numerator',
  lower: 'Wilson interval, lower end',
  upper: 'Wilson interval, upper end',
  'critical-value': 'Critical value',
};
const AVERAGE_NAMES: Record<Average, string> = {
  favorable: 'Favorable class alone',
  macro: 'All classes, each the same',
  weighted: 'All classes, by frequency',
};
const TYPES = [
  { label: 'Range', value: false },
  { label: 'Instant', value: true },
];

/** Asks for a measure, and offers only the fields that it has a use for. */
export function QueryEditor(props: Props) {
  const query: CompleteQuery = completeQuery(props.query);
  const measure = measureById(query.measure);
  const inputs = inputsOf(query);
  const takes = (input: Input): boolean => inputs.includes(input);
  const change = (part: QueryChange): void => {
    props.onChange({ ...query, ...part });
    props.onRunQuery();
  };
  return (
    <Stack direction="column" gap={1}>
      <InlineFieldRow>
        <InlineField
          label="Measure"
          labelWidth={LABEL_WIDTH}
          tooltip={`${measure.definition}. Source: ${measure.source}.`}
        >
          <Combobox
            width={FIELD_WIDTH}
            value={query.measure}
            options={MEASURES.map(({ id, name, description, family }) => ({
              value: id,
              label: name,
              description,
              group: `${family.charAt(0).toUpperCase()}${family.slice(1)}`,
            }))}
            onChange={({ value }) => change({ measure: value, show: 'value', quantile: undefined })}
          />
        </InlineField>
        <InlineField label="Window" labelWidth={LABEL_WIDTH} tooltip="Live observations are counted over this time.">
          <Combobox
            width={FIELD_WIDTH}
            createCustomValue
            value={query.window}
            options={WINDOWS.map((value) => ({ value }))}
            onChange={({ value }) => change({ window: value })}
          />
        </InlineField>
        <InlineField label="Show" labelWidth={LABEL_WIDTH} tooltip="The measure itself, or what it rests on.">
          <Combobox<Aspect>
            width={FIELD_WIDTH}
            value={query.show ?? 'value'}
            options={measure.aspects(query).map((value) => ({ value, label: ASPECT_NAMES[value] }))}
            onChange={({ value }) => change({ show: value })}
          />
        </InlineField>
        <InlineField label="Type" labelWidth={LABEL_WIDTH}>
          <RadioButtonGroup
            options={TYPES}
            value={query.instant === true}
            onChange={(instant) => change({ instant })}
          />
        </InlineField>
      </InlineFieldRow>
      <InlineFieldRow>
        {NAMES.filter(({ dimension }) => takes(dimension)).map((names) => (
          <Names key={names.dimension} {...names} datasource={props.datasource} query={query} change={change} />
        ))}
      </InlineFieldRow>
      {takes('baseline') && (
        <InlineFieldRow>
          {takes('of') && <DistributionFields datasource={props.datasource} query={query} change={change} />}
          <BaselineFields datasource={props.datasource} query={query} change={change} />
        </InlineFieldRow>
      )}
      <InlineFieldRow>
        {takes('favorable') && (
          <TextField
            label="Favorable"
            tooltip="The class that a person hopes for. Empty: the one that the model's profile names."
            placeholder="from the profile"
            value={query.favorable}
            onChange={(favorable) => change({ favorable })}
          />
        )}
        {takes('privileged') && (
          <TextField
            label="Privileged"
            tooltip="The group that the others are compared with. Empty: the lowest rate over the highest."
            placeholder="lowest over highest"
            value={query.privileged}
            onChange={(privileged) => change({ privileged })}
          />
        )}
        {takes('average') && (
          <InlineField label="Average" labelWidth={LABEL_WIDTH} tooltip="How the classes are put together.">
            <Combobox<Average>
              width={FIELD_WIDTH}
              value={query.average ?? 'favorable'}
              options={AVERAGES.map((value) => ({ value, label: AVERAGE_NAMES[value] }))}
              onChange={({ value }) => change({ average: value })}
            />
          </InlineField>
        )}
        {takes('quantile') && (
          <NumberField
            label="Quantile"
            tooltip="Share of the predictions that were at least as fast, between 0 and 1."
            placeholder={DEFAULT_QUANTILE}
            value={query.quantile}
            onChange={(quantile) => change({ quantile })}
          />
        )}
        {takes('minimumObservations') && (
          <NumberField
            label="At least"
            tooltip="Observations in the window below which there is no value, because it would be mostly chance."
            placeholder={measure.minimumObservations}
            value={query.minimumObservations}
            onChange={(minimumObservations) => change({ minimumObservations })}
          />
        )}
        {takes('significance') && (
          <NumberField
            label="Significance"
            tooltip="Drift that noise alone would make with this probability has no value; intervals miss the truth this often. Empty: drift is shown as it is, and intervals take 0.05."
            placeholder={measure.hasCriticalValue ? 'any' : DEFAULT_SIGNIFICANCE}
            value={query.significance}
            onChange={(significance) => change({ significance })}
          />
        )}
      </InlineFieldRow>
      <PromqlPreview query={query} />
    </Stack>
  );
}

interface NamesOf {
  readonly label: string;
  readonly choice: Choice;
  readonly dimension: Dimension;
}

const NAMES: readonly NamesOf[] = [
  { label: 'Model', choice: 'models', dimension: 'model' },
  { label: 'Version', choice: 'versions', dimension: 'version' },
  { label: 'Feature', choice: 'features', dimension: 'feature' },
  { label: 'Group', choice: 'groups', dimension: 'group' },
];

interface NamesProps extends NamesOf, Pick<Props, 'datasource'> {
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

/** One list of names out of the store; a template variable may be typed in as well. */
function Names({ datasource, query, label, choice, dimension, change }: NamesProps) {
  const load = async (typed: string): Promise<Array<ComboboxOption<string>>> => {
    const names = await datasource.choices(choice, query.where).catch(() => []);
    return names.filter((name) => name.includes(typed)).map((value) => ({ value }));
  };
  return (
    <InlineField label={label} labelWidth={LABEL_WIDTH}>
      <MultiCombobox
        width={FIELD_WIDTH}
        createCustomValue
        placeholder="all"
        value={[...(query.where[dimension] ?? [])]}
        options={load}
        onChange={(options) => change({ where: { ...query.where, [dimension]: options.map(({ value }) => value) } })}
      />
    </InlineField>
  );
}

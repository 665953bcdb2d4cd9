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
  DEFAULT_MINIMUM_OBSERVATIONS,
  DEFAULT_QUANTILE,
  measureById,
  MEASURES,
  type Choice,
  type MeasureId,
} from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { FIELD_WIDTH, LABEL_WIDTH, NumberField, TextField } from './fields.tsx';
import { PromqlPreview } from './PromqlPreview.tsx';
import { DEFAULT_DRIFTLINE_QUERY, type DriftlineQuery, type DriftlineSettings } from './types.ts';

type Props = QueryEditorProps<DriftlineDataSource, DriftlineQuery, DriftlineSettings>;

const WINDOWS = ['1m', '5m', '15m', '1h', '6h', '1d', '7d', '$__rate_interval', '$__range'];
const BASELINES = [{ label: 'Reference profile', value: 'reference' as const }];
const TYPES = [
  { label: 'Range', value: false },
  { label: 'Instant', value: true },
];

/** Asks for a measure, and offers only the fields that it has a use for. */
export function QueryEditor(props: Props) {
  const query: DriftlineQuery = { ...DEFAULT_DRIFTLINE_QUERY, ...props.query };
  const measure = measureById(query.measure);
  const change = (part: Partial<DriftlineQuery>): void => {
    props.onChange({ ...query, ...part });
    props.onRunQuery();
  };
  const about = measure.subject;
  return (
    <Stack direction="column" gap={1}>
      <InlineFieldRow>
        <InlineField
          label="Measure"
          labelWidth={LABEL_WIDTH}
          tooltip={`${measure.definition}. Source: ${measure.source}.`}
        >
          <Combobox<MeasureId>
            width={FIELD_WIDTH}
            value={query.measure}
            options={MEASURES.map(({ id, name, description }) => ({ value: id, label: name, description }))}
            onChange={({ value }) => change({ measure: value })}
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
        <InlineField label="Baseline" labelWidth={LABEL_WIDTH} tooltip="What the live distribution is compared with.">
          <Combobox
            width={FIELD_WIDTH}
            value={query.baseline.kind}
            options={BASELINES}
            onChange={({ value }) => change({ baseline: { kind: value } })}
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
        <Names {...props} query={query} label="Model" choice="models" field="models" change={change} />
        <Names {...props} query={query} label="Version" choice="versions" field="versions" change={change} />
        {(about === 'feature' || about === 'bin') && (
          <Names {...props} query={query} label="Feature" choice="features" field="features" change={change} />
        )}
        {(about === 'group' || about === 'group attribute') && (
          <Names {...props} query={query} label="Group" choice="groups" field="groups" change={change} />
        )}
      </InlineFieldRow>
      <InlineFieldRow>
        {(about === 'group' || about === 'group attribute') && (
          <TextField
            label="Favourable"
            tooltip="The class that a person hopes for. Empty: the one that the model's profile names."
            placeholder="from the profile"
            value={query.favourable}
            onChange={(favourable) => change({ favourable })}
          />
        )}
        {about === 'group attribute' && (
          <TextField
            label="Privileged"
            tooltip="The group that the others are compared with. Empty: the lowest rate over the highest."
            placeholder="lowest over highest"
            value={query.privileged}
            onChange={(privileged) => change({ privileged })}
          />
        )}
        {query.measure === 'latency-quantile' && (
          <NumberField
            label="Quantile"
            tooltip="Share of the predictions that were at least as fast, between 0 and 1."
            placeholder={DEFAULT_QUANTILE}
            value={query.quantile}
            onChange={(quantile) => change({ quantile })}
          />
        )}
        <NumberField
          label="At least"
          tooltip="Observations in the window below which there is no value, because chance alone would make it."
          placeholder={DEFAULT_MINIMUM_OBSERVATIONS}
          value={query.minimumObservations}
          onChange={(minimumObservations) => change({ minimumObservations })}
        />
      </InlineFieldRow>
      <PromqlPreview query={query} />
    </Stack>
  );
}

interface NamesProps extends Props {
  readonly label: string;
  readonly choice: Choice;
  readonly field: 'models' | 'versions' | 'features' | 'groups';
  readonly change: (part: Partial<DriftlineQuery>) => void;
}

/** One list of names out of the store; a template variable may be typed in as well. */
function Names({ datasource, query, label, choice, field, change }: NamesProps) {
  const load = async (typed: string): Promise<Array<ComboboxOption<string>>> => {
    const names = await datasource.choices(choice, query).catch(() => []);
    return names.filter((name) => name.includes(typed)).map((value) => ({ value }));
  };
  return (
    <InlineField label={label} labelWidth={LABEL_WIDTH}>
      <MultiCombobox
        width={FIELD_WIDTH}
        createCustomValue
        placeholder="all"
        value={[...query[field]]}
        options={load}
        onChange={(options) => change({ [field]: options.map(({ value }) => value) })}
      />
    </InlineField>
  );
}

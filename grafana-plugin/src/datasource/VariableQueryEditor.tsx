import { t } from '@grafana/i18n';
import type { QueryEditorProps } from '@grafana/data';
import { EditorRow } from '@grafana/plugin-ui';
import { Alert, Combobox, Stack, type ComboboxOption } from '@grafana/ui';
import { CHOICES, type Choice } from '@driftline/shared';
import type { DriftlineDataSource } from './DriftlineDataSource.ts';
import { errorSentence } from './error-sentence.ts';
import { FIELD_WIDTH, QueryField } from './query-fields.tsx';
import type { DriftlineQuery, DriftlineSettings } from './types.ts';
import { readVariableQuery, variableText, type SavedVariableQuery } from './variable-query.ts';

type Props = QueryEditorProps<DriftlineDataSource, DriftlineQuery, DriftlineSettings, SavedVariableQuery>;

const choiceNames = (): Readonly<Record<Choice, string>> => ({
  models: t('datasource.variable-query-editor.models', 'Models'),
  versions: t('datasource.variable-query-editor.versions', 'Versions'),
  features: t('datasource.variable-query-editor.features', 'Features'),
  groups: t('datasource.variable-query-editor.groups', 'Group attributes'),
  classes: t('datasource.variable-query-editor.classes', 'Classes'),
  segments: t('datasource.variable-query-editor.segments', 'Segment attributes'),
});

/** What a template variable lists, and of which model. */
export function VariableQueryEditor({ datasource, query, range, onChange }: Props) {
  const { asked, problem } = read(variableText(query));
  const change = (choice: Choice, model: string): void =>
    onChange({
      refId: 'Variable',
      query: choice === 'models' || model === '' ? choice : `${choice}(${model})`,
    });
  const models = async (): Promise<Array<ComboboxOption<string>>> => {
    const names = await datasource.choices('models', {}, range).catch(() => []);
    return names.map((value) => ({ value }));
  };
  return (
    <Stack direction="column" gap={0.5}>
      <EditorRow>
        <QueryField
          label={t('datasource.variable-query-editor.label-list', 'List')}
          tooltip={t(
            'datasource.variable-query-editor.tooltip-names-reported-within-range-dashboard',
            'Names that reported within the time range of the dashboard.',
          )}
        >
          {(id) => (
            <Combobox<Choice>
              id={id}
              width={FIELD_WIDTH}
              value={asked.choice}
              options={CHOICES.map((value) => ({ value, label: choiceNames()[value] }))}
              onChange={({ value }) => change(value, asked.model)}
            />
          )}
        </QueryField>
        {asked.choice !== 'models' && (
          <QueryField
            label={t('datasource.variable-query-editor.label-of-model', 'Of model')}
            tooltip={t(
              'datasource.variable-query-editor.tooltip-of-model',
              'A model, or a variable such as $model. Empty: of all models.',
            )}
          >
            {(id) => (
              <Combobox
                id={id}
                width={FIELD_WIDTH}
                isClearable
                createCustomValue
                placeholder={t('datasource.variable-query-editor.placeholder-all', 'All')}
                value={asked.model === '' ? null : asked.model}
                options={models}
                onChange={(option) => change(asked.choice, option?.value ?? '')}
              />
            )}
          </QueryField>
        )}
      </EditorRow>
      {problem !== undefined && <Alert severity="warning" title={problem} />}
    </Stack>
  );
}

interface Read {
  readonly asked: { readonly choice: Choice; readonly model: string };
  readonly problem?: string;
}

/** A text that is not understood says so, until something is chosen. */
function read(text: string): Read {
  try {
    return { asked: readVariableQuery(text) };
  } catch (error) {
    return { asked: { choice: 'models', model: '' }, problem: errorSentence(error) };
  }
}

import { t, Trans } from '@grafana/i18n';
import { Button, Combobox, IconButton, Stack } from '@grafana/ui';
import type { Matcher } from '@driftline/shared';
import { TextInput } from './typed-inputs.tsx';

type Operator = Matcher['operator'];

const operators = (): { value: Operator; description: string }[] => [
  { value: '=', description: t('datasource.label-filter-fields.is', 'is') },
  { value: '!=', description: t('datasource.label-filter-fields.is-not', 'is not') },
  { value: '=~', description: t('datasource.label-filter-fields.matches', 'matches the regular expression') },
  {
    value: '!~',
    description: t('datasource.label-filter-fields.matches-not', 'does not match the regular expression'),
  },
];
const NEW_FILTER: Matcher = { label: '', operator: '=', value: '' };

interface Props {
  readonly filters: readonly Matcher[] | undefined;
  readonly readOnly?: boolean | undefined;
  readonly onChange: (filters: readonly Matcher[]) => void;
}

/** Conditions on labels that the back end puts into a query, or into every one. */
export function LabelFilterFields({ filters = [], readOnly, onChange }: Props) {
  const put = (index: number, ...next: readonly Matcher[]): void => onChange(filters.toSpliced(index, 1, ...next));
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      {filters.map((filter, i) => (
        // Filters have no identity but their place.
        <Stack key={i} gap={0.5} alignItems="center" wrap="wrap">
          <TextInput
            aria-label={t('datasource.label-filter-fields.aria-label', 'Label {{number}}', { number: i + 1 })}
            width={20}
            placeholder={t('datasource.label-filter-fields.placeholder-label-such-as-team', 'label, such as team')}
            disabled={readOnly}
            value={filter.label}
            onChange={(label = '') => put(i, { ...filter, label })}
          />
          <Combobox<Operator>
            aria-label={t('datasource.label-filter-fields.aria-operator', 'Operator {{number}}', { number: i + 1 })}
            width={9}
            disabled={readOnly}
            value={filter.operator}
            options={operators()}
            onChange={({ value }) => put(i, { ...filter, operator: value })}
          />
          <TextInput
            aria-label={t('datasource.label-filter-fields.aria-value', 'Value {{number}}', { number: i + 1 })}
            width={24}
            placeholder={t('datasource.label-filter-fields.placeholder-value-such-as-credit', 'value, such as credit')}
            disabled={readOnly}
            value={filter.value}
            onChange={(value = '') => put(i, { ...filter, value })}
          />
          <IconButton
            name="trash-alt"
            aria-label={t('datasource.label-filter-fields.aria-remove-filter', 'Remove filter {{number}}', {
              number: i + 1,
            })}
            disabled={readOnly}
            onClick={() => put(i)}
          />
        </Stack>
      ))}
      <Button
        icon="plus"
        variant="secondary"
        size="sm"
        disabled={readOnly}
        onClick={() => put(filters.length, NEW_FILTER)}
      >
        <Trans i18nKey="datasource.label-filter-fields.add-a-label-filter">Add a label filter</Trans>
      </Button>
    </Stack>
  );
}

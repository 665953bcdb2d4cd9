import { Button, Combobox, IconButton, Input, Stack } from '@grafana/ui';
import type { Matcher } from '@driftline/shared';
import type { SettingsProps } from './setting-fields.ts';

type Operator = Matcher['operator'];

const OPERATORS: { value: Operator; description: string }[] = [
  { value: '=', description: 'is' },
  { value: '!=', description: 'is not' },
  { value: '=~', description: 'matches the regular expression' },
  { value: '!~', description: 'does not match the regular expression' },
];
const NEW_FILTER: Matcher = { label: '', operator: '=', value: '' };

/** Conditions on labels that the back end puts into every query. */
export function LabelFilterFields({ settings: { labelFilters = [] }, readOnly, change }: SettingsProps) {
  const put = (index: number, ...filters: readonly Matcher[]): void =>
    change({ labelFilters: labelFilters.toSpliced(index, 1, ...filters) });
  return (
    <Stack direction="column" gap={1} alignItems="flex-start">
      {labelFilters.map((filter, i) => (
        // Filters have no identity but their place.
        <Stack key={i} gap={0.5} alignItems="center">
          <Input
            aria-label={`Label ${i + 1}`}
            width={20}
            placeholder="label, such as team"
            disabled={readOnly}
            value={filter.label}
            onChange={({ currentTarget }) => put(i, { ...filter, label: currentTarget.value.trim() })}
          />
          <Combobox<Operator>
            aria-label={`Operator ${i + 1}`}
            width={9}
            disabled={readOnly}
            value={filter.operator}
            options={OPERATORS}
            onChange={({ value }) => put(i, { ...filter, operator: value })}
          />
          <Input
            aria-label={`Value ${i + 1}`}
            width={30}
            placeholder="value, such as credit"
            disabled={readOnly}
            value={filter.value}
            onChange={({ currentTarget }) => put(i, { ...filter, value: currentTarget.value })}
          />
          <IconButton
            name="trash-alt"
            aria-label={`Remove filter ${i + 1}`}
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
        onClick={() => put(labelFilters.length, NEW_FILTER)}
      >
        Add a label filter
      </Button>
    </Stack>
  );
}

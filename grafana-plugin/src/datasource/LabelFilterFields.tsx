import { Button, Combobox, IconButton, Stack } from '@grafana/ui';
import type { Matcher } from '@driftline/shared';
import { TextInput } from './typed-inputs.tsx';

type Operator = Matcher['operator'];

const OPERATORS: { value: Operator; description: string }[] = [
  { value: '=', description: 'is' },
  { value: '!=', description: 'is not' },
  { value: '=~', description: 'matches the regular expression' },
  { value: '!~', description: 'does not match the regular expression' },
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
            aria-label={`Label ${i + 1}`}
            width={20}
            placeholder="label, such as team"
            disabled={readOnly}
            value={filter.label}
            onChange={(label = '') => put(i, { ...filter, label })}
          />
          <Combobox<Operator>
            aria-label={`Operator ${i + 1}`}
            width={9}
            disabled={readOnly}
            value={filter.operator}
            options={OPERATORS}
            onChange={({ value }) => put(i, { ...filter, operator: value })}
          />
          <TextInput
            aria-label={`Value ${i + 1}`}
            width={24}
            placeholder="value, such as credit"
            disabled={readOnly}
            value={filter.value}
            onChange={(value = '') => put(i, { ...filter, value })}
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
        onClick={() => put(filters.length, NEW_FILTER)}
      >
        Add a label filter
      </Button>
    </Stack>
  );
}

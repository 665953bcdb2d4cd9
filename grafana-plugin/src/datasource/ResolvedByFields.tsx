import { t } from '@grafana/i18n';
import { Combobox } from '@grafana/ui';
import { optionNames } from './option-names.ts';
import { FIELD_WIDTH, NumberField, QueryField } from './query-fields.tsx';
import type { CompleteQuery, QueryChange } from './types.ts';

interface Props {
  readonly query: CompleteQuery;
  readonly change: (part: QueryChange) => void;
}

const DEFAULT_SHORT_WINDOW = '5m';
const SHORT_WINDOWS = ['5m', '15m', '30m', '1h'];

/** How an alert rule resolves before its long window has forgotten: the limit, and the window that is held against it. */
export function ResolvedByFields({ query: { resolvedBy }, change }: Props) {
  return (
    <>
      <NumberField
        label={optionNames().resolvedBy}
        tooltip={t(
          'datasource.resolved-by-fields.tooltip-limit',
          'The limit of the alert rule. A value is left out as soon as the short window is known to be within it, so the alert resolves long before its own window has forgotten. Empty: the window decides alone.',
        )}
        placeholder={t('datasource.resolved-by-fields.placeholder-limit-such-as', 'limit, such as 0.25')}
        value={resolvedBy?.limit}
        onChange={(limit) =>
          change({
            resolvedBy: limit === undefined ? undefined : { window: resolvedBy?.window ?? DEFAULT_SHORT_WINDOW, limit },
          })
        }
      />
      {resolvedBy !== undefined && (
        <QueryField
          label={t('datasource.resolved-by-fields.label-over', 'Over')}
          tooltip={t(
            'datasource.resolved-by-fields.tooltip-short-window-whose-value-resolves-alert',
            'The short window, whose value resolves the alert.',
          )}
        >
          {(id) => (
            <Combobox
              id={id}
              width={FIELD_WIDTH}
              createCustomValue
              value={resolvedBy.window}
              options={SHORT_WINDOWS.map((value) => ({ value }))}
              onChange={({ value }) => change({ resolvedBy: { ...resolvedBy, window: value } })}
            />
          )}
        </QueryField>
      )}
    </>
  );
}

import { t, Trans } from '@grafana/i18n';
import { useState, type FormEvent } from 'react';
import { Button, Field, Input, Modal, Stack, Text } from '@grafana/ui';
import type { RecommendedRule } from './recommended-rules.ts';
import type { OwnLimits } from './own-limits.ts';

interface Props {
  readonly model: string;
  /** With the limits that they have unless the model has its own. */
  readonly rules: readonly RecommendedRule[];
  readonly limits: OwnLimits;
  readonly onChange: (limits: OwnLimits) => void;
  readonly onClose: () => void;
}

/** Units as people type them: shares in percent. */
const TYPED: Readonly<Record<string, { readonly factor: number; readonly suffix: string }>> = {
  share: { factor: 100, suffix: '%' },
  seconds: { factor: 1, suffix: 's' },
};

/** Asks for the limits of a model, which its rules then have. */
export function LimitsOfModel({ model, rules, limits, onChange, onClose }: Props) {
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>(() =>
    Object.fromEntries(rules.map((rule) => [rule.measure, typedText(rule, limits[rule.measure])])),
  );
  const invalid = rules.filter(({ measure }) => texts[measure] !== '' && !Number.isFinite(Number(texts[measure])));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (invalid.length > 0) return;
    const own = rules.flatMap((rule) => {
      const text = texts[rule.measure] ?? '';
      return text.trim() === '' ? [] : [[rule.measure, Number(text) / typed(rule).factor] as const];
    });
    onChange(Object.fromEntries(own));
    onClose();
  };
  return (
    <Modal title={t('pages.limits-of-model.title', 'Limits of {{- model}}', { model })} isOpen onDismiss={onClose}>
      <form onSubmit={submit}>
        <Text element="p" color="secondary">
          <Trans i18nKey="pages.limits-of-model.explained">
            Rules that you create or export from this page have these limits. The address of the page keeps them.
          </Trans>
        </Text>
        {rules.map((rule) => (
          <Field
            key={rule.measure}
            label={rule.title}
            description={t('pages.limits-of-model.default', 'By default {{- limit}}', { limit: rule.limitText })}
            invalid={invalid.includes(rule)}
            error={t('pages.limits-of-model.type-a-number', 'Type a number.')}
          >
            <Input
              id={`limit of ${rule.measure}`}
              width={20}
              inputMode="decimal"
              placeholder={typedText(rule, rule.info.thresholds?.critical)}
              suffix={typed(rule).suffix}
              value={texts[rule.measure] ?? ''}
              onChange={({ currentTarget: { value } }) => setTexts((all) => ({ ...all, [rule.measure]: value }))}
            />
          </Field>
        ))}
        <Modal.ButtonRow>
          <Stack gap={1}>
            <Button variant="secondary" fill="outline" onClick={onClose}>
              <Trans i18nKey="pages.limits-of-model.cancel">Cancel</Trans>
            </Button>
            <Button type="submit">
              <Trans i18nKey="pages.limits-of-model.use-these-limits">Use these limits</Trans>
            </Button>
          </Stack>
        </Modal.ButtonRow>
      </form>
    </Modal>
  );
}

const typed = ({ info }: RecommendedRule) => TYPED[info.unit] ?? { factor: 1, suffix: '' };

function typedText(rule: RecommendedRule, limit: number | undefined): string {
  return limit === undefined ? '' : String(Number((limit * typed(rule).factor).toPrecision(12)));
}

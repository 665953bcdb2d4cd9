import { readFileSync } from 'node:fs';
import i18next, { type Resource } from 'i18next';
import { t } from '@grafana/i18n';
import { explain } from '../../src/common/explain.ts';
import { formatCount } from '../../src/common/format-count.ts';
import { formatDecimal } from '../../src/common/format-decimal.ts';
import { formatGiven } from '../../src/common/format-given.ts';
import { initTranslations, language } from '../../src/common/translations.ts';
import { formatAgo } from '../../src/pages/values/format-time.ts';
import { formatNumber } from '../../src/pages/values/format-number.ts';

const GERMAN = new URL('../../src/panels/drift/locales/de-DE/driftline-drift-panel.json', import.meta.url);
const TOO_FEW = { reason: 'too few observations', observations: 12, minimum: 2000 } as const;

test('before Grafana has said otherwise, texts and numbers are English', () => {
  expect(language()).toBe('en-US');
  expect(explain(TOO_FEW).text).toMatch(/^12 of 2,000 that a value needs\./);
  expect([formatCount(1234.4), formatDecimal(1234.5678, 3), formatNumber(0.5123)]).toEqual([
    '1,234',
    '1234.568',
    '0.512',
  ]);
});

describe('in German', () => {
  beforeAll(async () => {
    // As Grafana does before it loads a plugin.
    const texts = JSON.parse(readFileSync(GERMAN, 'utf8')) as Resource;
    await i18next.init({ lng: 'de-DE', resources: { 'de-DE': { 'driftline-drift-panel': texts } } });
    await initTranslations('driftline-drift-panel');
  });

  test('texts are those of the plugin, and numbers in them are written as in German', () => {
    expect(language()).toBe('de-DE');
    expect(explain(TOO_FEW).text).toMatch(/^12 von 2\.000, die ein Wert braucht\./);
    expect([formatCount(1234.4), formatDecimal(1234.5678, 3), formatNumber(0.5123)]).toEqual([
      '1.234',
      '1234,568',
      '0,512',
    ]);
  });

  test('a limit keeps its digits', () => {
    expect([0.0125, 0.25, 12_345].map(formatGiven)).toEqual(['0,0125', '0,25', '12345']);
  });

  test('the number of things decides on the sentence', () => {
    const asked = (...names: string[]) => explain({ reason: 'unknown', what: 'feature', asked: names, known: ['age'] });
    expect(asked('agee').title).toBe('Das Merkmal „agee“ hat sich nicht gemeldet');
    expect(asked('a', 'b').title).toBe('Keines dieser Merkmale hat sich gemeldet: „a“, „b“');
  });

  test('what is not translated is English', () => {
    expect(formatAgo(0, 3 * 3_600_000)).toBe('3 h ago');
  });

  test('regression: names stand in a text as they are, not as HTML', () => {
    expect(explain({ reason: 'unknown', what: 'feature', asked: ['a<b & "c"/d'], known: [] }).title).toContain(
      'a<b & "c"/d',
    );
    expect(t('none', '{{- name}} is it', { name: '≤25/<7' })).toBe('≤25/<7 is it');
  });
});

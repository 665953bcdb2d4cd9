import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { alertConfigJsonSchema, profileJsonSchema } from '@driftline/shared';
import { GENERATED_FILES } from '../generated-files.ts';

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

test.each(GENERATED_FILES.map(({ path, content }) => [path, content] as const))(
  '%s is what `npm run generate` writes',
  (path, content) => {
    expect(text(path)).toBe(content());
  },
);

describe('the schema of the profile', () => {
  // Ajv needs a further package for formats; the pattern beside `date-time` says the same.
  const validate = new Ajv2020({ allErrors: true, validateFormats: false }).compile(profileJsonSchema());
  const profile = (): Record<string, unknown> =>
    JSON.parse(text('otel-instrumentation/examples/income-service/profile.json')) as Record<string, unknown>;

  test('accepts the profile of the example service, and fields that a later release may add', () => {
    expect([validate(profile()), validate.errors]).toEqual([true, null]);
    expect(validate({ ...profile(), later: 1 })).toBe(true);
  });

  test.each([
    ['/rows', { rows: 0 }],
    ['/createdAt', { createdAt: 'yesterday' }],
    ['/features', { features: [] }],
    ['/model', { model: { name: 'income' } }],
  ])('refuses a wrong %s', (path, change) => {
    expect(validate({ ...profile(), ...change })).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(path);
  });

  test('describes every field', () => {
    expect(undescribed(profileJsonSchema())).toEqual([]);
  });
});

/** Fields of a schema without a description. */
function undescribed(schema: object): string[] {
  const found: string[] = [];
  const visit = (part: unknown, path: string): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (key === 'properties') {
        for (const [name, field] of Object.entries(value as Record<string, object>)) {
          if (!('description' in field)) found.push(`${path}.${name}`);
          visit(field, `${path}.${name}`);
        }
      } else visit(value, path);
    }
  };
  visit(schema, '');
  return found;
}

describe('the schema of alerts', () => {
  const validate = new Ajv2020({ allErrors: true }).compile(alertConfigJsonSchema());
  const readme = text('otel-instrumentation/README.md');
  const [, example = ''] = /<!-- alerts\.yaml -->\s*```yaml\n([\s\S]*?)```/.exec(readme) ?? [];

  test.each([
    ['what provisions Grafana', text('provisioning/alerts.yaml')],
    ['the example of the README', example],
  ])('accepts %s', (_, file) => {
    expect([validate(parse(file)), validate.errors]).toEqual([true, null]);
  });

  test.each([
    ['/defaults/limits', 'defaults: { limits: { pis: 0.3 } }'],
    ['/defaults/window', 'defaults: { window: 1 hour }'],
    ['/models/0', 'models: [{ name: income, psi: 0.3 }]'],
    ['/models/0/rate', 'models: [{ name: income, rate: 20 }]'],
    ['', 'window: 1h'],
  ])('refuses a wrong %s', (path, line) => {
    expect(validate(parse(`schemaVersion: 1\n${line}`))).toBe(false);
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain(path);
  });

  test('describes every field', () => {
    expect(undescribed(alertConfigJsonSchema())).toEqual([]);
  });
});

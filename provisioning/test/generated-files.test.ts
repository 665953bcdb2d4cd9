import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { profileJsonSchema } from '@driftline/shared';
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
    const undescribed: string[] = [];
    const visit = (schema: unknown, path: string): void => {
      if (typeof schema !== 'object' || schema === null) return;
      for (const [key, value] of Object.entries(schema)) {
        if (key === 'properties') {
          for (const [name, field] of Object.entries(value as Record<string, object>)) {
            if (!('description' in field)) undescribed.push(`${path}.${name}`);
            visit(field, `${path}.${name}`);
          }
        } else visit(value, path);
      }
    };
    visit(profileJsonSchema(), '');
    expect(undescribed).toEqual([]);
  });
});

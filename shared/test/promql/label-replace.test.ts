import { vector } from '@grafana/promql-builder';
import type { Expression } from '../../src/promql/expression.ts';
import { copied, labeled, labeledWhere } from '../../src/promql/label-replace.ts';
import { toPromql } from '../../src/promql/to-promql.ts';

const text = (expression: Expression): string => toPromql(expression.build());

test('a label is set whatever it was', () => {
  expect(text(labeled(vector('a'), 'version', '1'))).toBe('label_replace(a, "version", "1", "version", ".*")');
});

test('a label is copied', () => {
  expect(text(copied(vector('a'), 'from', 'to'))).toBe('label_replace(a, "to", "$1", "from", "(.*)")');
});

test('a label is set where another one matches', () => {
  expect(text(labeledWhere(vector('a'), 'bin', '≤1', 'le', '1|1\\.0'))).toBe(
    String.raw`label_replace(a, "bin", "≤1", "le", "1|1\\.0")`,
  );
});

test('a dollar sign is text, and a lone surrogate is replaced', () => {
  expect(text(labeled(vector('a'), 'x', '$1 ${b}\ud800'))).toBe('label_replace(a, "x", "$$1 $${b}\ufffd", "x", ".*")');
});

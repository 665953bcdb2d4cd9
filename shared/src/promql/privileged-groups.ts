import { eq, n } from '@grafana/promql-builder';
import { METRICS } from '../conventions/metrics.ts';
import type { MeasureQuery } from '../query/measure-query.ts';
import type { Expression } from './expression.ts';
import { PER_GROUP } from './group-labels.ts';
import { reference } from './reference.ts';

/** The groups with which each profile compares the others: one series for each attribute that has one. */
export function privilegedGroups(query: MeasureQuery): Expression {
  return eq(reference(METRICS.referenceGroupPrivileged, query, PER_GROUP), n(1));
}

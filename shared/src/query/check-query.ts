import { UNCOMPARED_GROUPS } from '../conventions/attributes.ts';
import { DIMENSIONS } from '../conventions/dimensions.ts';
import { isDuration, isWindow } from './duration.ts';
import {
  ASPECTS,
  AVERAGES,
  COMPARISONS,
  type DistributionSource,
  type MeasureQuery,
  type Where,
} from './measure-query.ts';
import { QueryError } from './query-error.ts';
import { parseSelector } from './selector.ts';

const GRAFANA_DURATION = /^\$(__rate_interval|__interval|__range)$/;
const LABEL = /^[a-zA-Z_][a-zA-Z0-9_]*$/;

/**
 * Refuses what would compile to a wrong or an unsafe expression.
 *
 * @throws {QueryError}
 */
export function checkQuery(query: MeasureQuery): void {
  // Grafana's own interval variables are left for the Prometheus data source to fill in.
  if (!isWindow(query.window) && !GRAFANA_DURATION.test(query.window)) {
    throw new QueryError(`window is ${JSON.stringify(query.window)}: give a Prometheus duration such as 5m, 1h or 1d.`);
  }
  checkWhere(query.where);
  checkChoice('show', query.show, ASPECTS);
  checkChoice('average', query.average, AVERAGES);
  checkShare('quantile', query.quantile, 0.99);
  const { significance } = query;
  if (significance !== undefined && !(significance > 0 && significance <= 0.5)) {
    throw new QueryError(`significance is ${significance}: give a number above 0 and up to 0.5, such as 0.05.`);
  }
  const minimum = query.minimumObservations;
  if (minimum !== undefined && !(Number.isFinite(minimum) && minimum >= 0)) {
    throw new QueryError(`minimumObservations is ${minimum}: give a number that is not negative, such as 100.`);
  }
  checkResolvedBy(query);
  checkSegment(query);
  checkGroups(query);
  checkOf(query.of);
  checkBaseline(query);
}

function checkResolvedBy({ resolvedBy, show = 'value' }: MeasureQuery): void {
  if (resolvedBy === undefined) return;
  const { window, limit, supersededAt } = resolvedBy;
  if (!isWindow(window)) {
    throw new QueryError(
      `resolvedBy.window is ${JSON.stringify(window)}: give a Prometheus duration shorter than the window, such as 5m.`,
    );
  }
  if (!Number.isFinite(limit)) {
    throw new QueryError(`resolvedBy.limit is ${limit}: give the limit of the alert rule, such as 0.25.`);
  }
  if (supersededAt !== undefined && !Number.isFinite(supersededAt)) {
    throw new QueryError(
      `resolvedBy.supersededAt is ${supersededAt}: give the limit of the critical alert, such as 0.25, or leave it out.`,
    );
  }
  if (show !== 'value' && show !== 'excess') {
    throw new QueryError(
      `resolvedBy is of the value or the excess, and the query shows ${show}: leave one of them out.`,
    );
  }
}

function checkSegment({ segment, of }: MeasureQuery): void {
  if (segment === undefined) return;
  if ((segment.values ?? []).length > 0 && (segment.name ?? '') === '') {
    throw new QueryError(
      `segment.values is ${JSON.stringify(segment.values)} without a segment.name: name the attribute, such as country.`,
    );
  }
  if (of?.kind === 'histogram') {
    throw new QueryError('segment is of a model, and the query is of a histogram: leave one of them out.');
  }
}

function checkGroups({ compare, privileged, minimumGroupSize: size }: MeasureQuery): void {
  checkChoice('compare', compare, COMPARISONS);
  if (privileged !== undefined && UNCOMPARED_GROUPS.includes(privileged)) {
    throw new QueryError(
      `privileged is ${JSON.stringify(privileged)}, which stands for people whose group is not known: name a group.`,
    );
  }
  if (size !== undefined && !(Number.isFinite(size) && size >= 1)) {
    throw new QueryError(`minimumGroupSize is ${size}: give a number that is at least 1, such as 10.`);
  }
}

function checkWhere(where: Where): void {
  for (const [dimension, values] of Object.entries(where)) {
    if (!(dimension in DIMENSIONS)) {
      throw new QueryError(
        `where holds ${JSON.stringify(dimension)}: narrow by one of ${Object.keys(DIMENSIONS).join(', ')}.`,
      );
    }
    if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) {
      throw new QueryError(`where.${dimension} is ${JSON.stringify(values)}: give a list of texts.`);
    }
  }
}

function checkOf(of: DistributionSource = { kind: 'features' }): void {
  switch (of.kind) {
    case 'features':
    case 'prediction':
      return;
    case 'histogram':
      break;
    default:
      throw new QueryError(`of is ${JSON.stringify(of)}: its kind is one of features, prediction and histogram.`);
  }
  parseSelector('of.selector', of.selector);
  if (
    of.edges.length === 0 ||
    !of.edges.every((edge, i) => Number.isFinite(edge) && edge > (of.edges[i - 1] ?? -Infinity))
  ) {
    throw new QueryError(
      `of.edges is [${of.edges.join(', ')}]: give the ascending bounds of the histogram's buckets, without +Inf.`,
    );
  }
  const wrong = of.by.find((label) => !LABEL.test(label) || label === 'le');
  if (wrong !== undefined) {
    throw new QueryError(`of.by holds ${JSON.stringify(wrong)}: give names of labels such as job, without le.`);
  }
}

function checkBaseline({ baseline, of = { kind: 'features' }, where }: MeasureQuery): void {
  switch (baseline.kind) {
    case 'reference':
      if (of.kind === 'histogram') {
        throw new QueryError(
          'baseline is the reference profile, which a histogram does not have: compare it with an earlier time or ' +
            'another selector.',
        );
      }
      return;
    case 'earlier':
      if (!isDuration(baseline.offset)) {
        throw new QueryError(
          `baseline.offset is ${JSON.stringify(baseline.offset)}: give a Prometheus duration such as 1d or 1w.`,
        );
      }
      return;
    case 'version': {
      if (of.kind === 'histogram') {
        throw new QueryError('baseline is a version, which a histogram does not have: give another selector.');
      }
      const versions = where.version ?? [];
      if (versions.length !== 1 || versions[0] === baseline.version) {
        throw new QueryError(
          `baseline is version ${JSON.stringify(baseline.version)}: choose exactly one other version to compare with it.`,
        );
      }
      return;
    }
    case 'selector':
      if (of.kind !== 'histogram') {
        throw new QueryError('baseline is a selector, which only a histogram is compared with: choose another.');
      }
      parseSelector('baseline.selector', baseline.selector);
      return;
    default:
      throw new QueryError(
        `baseline is ${JSON.stringify(baseline)}: its kind is one of reference, earlier, version and selector.`,
      );
  }
}

function checkChoice(field: string, value: string | undefined, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value)) {
    throw new QueryError(`${field} is ${JSON.stringify(value)}: give one of ${choices.join(', ')}.`);
  }
}

function checkShare(field: string, value: number | undefined, example: number): void {
  if (value !== undefined && !(value > 0 && value < 1)) {
    throw new QueryError(`${field} is ${value}: give a number between 0 and 1, such as ${example}.`);
  }
}

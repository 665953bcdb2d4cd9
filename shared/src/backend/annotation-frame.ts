import { ATTRIBUTES } from '../conventions/attributes.ts';
import { labelOf } from '../conventions/series.ts';
import type { Labels } from '../query/answers.ts';
import type { Family } from '../templates/description.ts';
import type { DataFrame, Field } from './data-frame.ts';

/** What a panel draws at a time, or between two. */
export interface Annotation {
  /** Milliseconds since 1970. */
  readonly time: number;
  /** The same as `time` for a point in time. */
  readonly timeEnd: number;
  /** Plain text, which may hold any name. */
  readonly text: string;
  readonly tags: readonly string[];
  /** Of the series that it is about. */
  readonly labels: Labels;
}

/** What the front end has to know of annotations to link them to a page. */
export interface AnnotationsOf {
  /** The area of the measure, or `versions`. */
  readonly annotations: Family | 'versions';
  /** PromQL duration over which observations were counted. */
  readonly window?: string;
}

const NAMES = [
  ['model', labelOf(ATTRIBUTES.modelName)],
  ['version', labelOf(ATTRIBUTES.modelVersion)],
  ['feature', labelOf(ATTRIBUTES.featureName)],
] as const;

/** The one frame of annotations, with a row for each and the names of the fields that Grafana reads; without any, no row. */
export function annotationFrame(
  annotations: readonly Annotation[],
  custom: AnnotationsOf,
  asked: readonly string[],
): DataFrame {
  const sorted = [...annotations].sort((a, b) => a.time - b.time);
  const texts = (name: string, of: (annotation: Annotation) => string): Field => ({
    name,
    type: 'string',
    config: {},
    values: sorted.map(of),
  });
  return {
    name: 'annotations',
    meta: { type: 'table', typeVersion: [0, 1], custom, executedQueryString: asked.join('\n\n') },
    fields: [
      { name: 'time', type: 'time', config: {}, values: sorted.map(({ time }) => time) },
      { name: 'timeEnd', type: 'time', config: {}, values: sorted.map(({ timeEnd }) => timeEnd) },
      texts('text', ({ text }) => text),
      // Grafana splits them at commas.
      texts('tags', ({ tags }) => tags.map((tag) => tag.replace(/,/g, ';')).join(',')),
      ...NAMES.map(([name, label]) => texts(name, ({ labels }) => labels[label] ?? '')),
    ],
  };
}

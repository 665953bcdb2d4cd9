import type { Annotation } from '../common/annotations.ts';

/** What a chart shows of the time. */
export interface TimeScale {
  /** Milliseconds since 1970. */
  readonly min: number;
  readonly max: number;
  /** Width of the chart in pixels. */
  readonly width: number;
}

/** Where the mark of an annotation stands below its region, in pixels. */
export interface Mark {
  readonly annotation: Annotation;
  readonly left: number;
  readonly width: number;
  /** From the axis upward, from 0: marks of one lane do not touch. */
  readonly lane: number;
}

/** Of a point in time, and of a region that is shorter. */
const LEAST_WIDTH = 8;

/** Marks of the annotations in view. What would cover another one has a lane of its own. */
export function annotationMarks(annotations: readonly Annotation[], { min, max, width }: TimeScale): Mark[] {
  const at = (time: number): number => Math.min(Math.max(((time - min) / (max - min)) * width, 0), width);
  const ends: number[] = [];
  return annotations
    .filter(({ from, to }) => to >= min && from <= max)
    .toSorted((a, b) => a.from - b.from)
    .map((annotation) => {
      const [start, end] = [at(annotation.from), at(annotation.to)];
      const drawn = Math.max(end - start, LEAST_WIDTH);
      const left = Math.min(Math.max((start + end - drawn) / 2, 0), width - drawn);
      const free = ends.findIndex((taken) => taken <= left);
      const lane = free === -1 ? ends.length : free;
      ends[lane] = left + drawn;
      return { annotation, left, width: drawn, lane };
    });
}

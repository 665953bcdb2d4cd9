import type { DataFrame } from '@grafana/data';

/** An annotation as charts draw it. */
export interface Annotation {
  /** Milliseconds since 1970. */
  readonly from: number;
  /** The same as `from` for a point in time. */
  readonly to: number;
  readonly text: string;
  readonly tags: readonly string[];
  readonly color: string;
}

/** Grafana's own color of annotations that name none. */
const COLOR = 'rgba(0, 211, 255, 1)';

/** Reads the annotations that a dashboard gives its panels. */
export function annotationsOf(frames: readonly DataFrame[] = []): Annotation[] {
  return frames.flatMap((frame) => {
    const column = (name: string): readonly unknown[] =>
      (frame.fields.find((field) => field.name === name)?.values as unknown[] | undefined) ?? [];
    const [times, ends, titles, texts] = [column('time'), column('timeEnd'), column('title'), column('text')];
    const [tags, colors] = [column('tags'), column('color')];
    return times.flatMap((from, i): Annotation[] => {
      if (typeof from !== 'number') return [];
      const end = ends[i];
      const color = colors[i];
      return [
        {
          from,
          to: typeof end === 'number' && end > from ? end : from,
          text: [titles[i], texts[i]].filter((part) => typeof part === 'string' && part !== '').join(': '),
          tags: Array.isArray(tags[i]) ? (tags[i] as unknown[]).map(String) : [],
          color: typeof color === 'string' && color !== '' ? color : COLOR,
        },
      ];
    });
  });
}

/** Those at a time, or so near to it that a pointer means them. */
export function annotationsAt(annotations: readonly Annotation[], time: number, near: number): Annotation[] {
  return annotations.filter(({ from, to }) => from - near <= time && time <= to + near);
}

import { FieldType, type DataFrame, type Field } from '@grafana/data';
import type { Answers, Labels, Series } from '@driftline/shared';

/** The series that one text of a plan was answered with, each in a frame of its own. */
export interface TextFrames {
  readonly promql: string;
  readonly frames: readonly DataFrame[];
}

/** Frames of a Prometheus data source as answers over the times that any of them has. */
export function answersOf(texts: readonly TextFrames[]): Answers {
  const read = texts.map(({ promql, frames }) => ({ promql, series: frames.flatMap(pointsOf) }));
  const milliseconds = new Set(read.flatMap(({ series }) => series.flatMap(({ times }) => times)));
  const times = [...milliseconds].sort((a, b) => a - b);
  const indexes = new Map(times.map((time, i) => [time, i]));
  const onTimes = ({ labels, times: own, values }: Points): Series => {
    const all = new Array<number>(times.length).fill(NaN);
    own.forEach((time, i) => (all[indexes.get(time) ?? -1] = values[i] as number));
    return { labels, values: all };
  };
  return {
    times: times.map((time) => time / 1000),
    series: new Map(read.map(({ promql, series }) => [promql, series.map(onTimes)])),
  };
}

interface Points {
  readonly labels: Labels;
  /** Milliseconds since 1970. */
  readonly times: readonly number[];
  readonly values: readonly number[];
}

function pointsOf(frame: DataFrame): Points[] {
  const time = frame.fields.find(({ type }) => type === FieldType.time);
  if (time === undefined) return [];
  return frame.fields
    .filter(({ type }) => type === FieldType.number)
    .map((field) => ({ labels: labelsOf(field), times: time.values.map(Number), values: field.values.map(numberOf) }));
}

/** The name of a metric tells no two series of one text apart. */
function labelsOf({ labels = {} }: Field): Labels {
  return Object.fromEntries(Object.entries(labels).filter(([name]) => name !== '__name__'));
}

function numberOf(value: unknown): number {
  return value === null || value === undefined ? NaN : Number(value);
}

/** One series as the remote write protocol has it. */
export interface WrittenSeries {
  /** Sorted, `__name__` first. */
  readonly labels: readonly (readonly [name: string, value: string])[];
  /** What {@link encodedSamples} gives. */
  readonly samples: Buffer;
}

/** Samples in their order, as part of a series. Many series may have the same. */
export function encodedSamples(samples: readonly (readonly [milliseconds: number, value: number])[]): Buffer {
  return Buffer.concat(samples.map(([milliseconds, value]) => field(2, sampleOf(milliseconds, value))));
}

/**
 * Writes series into a Prometheus that takes remote writes, which keeps them in its head as if it had scraped them.
 *
 * Source: Prometheus Remote-Write 1.0 specification; the format of Snappy blocks.
 *
 * @param url - base of Prometheus
 */
export async function remoteWrite(url: string, series: readonly WrittenSeries[]): Promise<void> {
  const response = await fetch(`${url}/api/v1/write`, {
    method: 'POST',
    headers: {
      'content-type': 'application/x-protobuf',
      'content-encoding': 'snappy',
      'x-prometheus-remote-write-version': '0.1.0',
    },
    body: uncompressed(Buffer.concat(series.map((each) => field(1, seriesOf(each))))),
  });
  if (!response.ok) throw new Error(`Prometheus refused the series: ${await response.text()}`);
}

function seriesOf({ labels, samples }: WrittenSeries): Buffer {
  const encoded = labels.map(([name, value]) =>
    field(1, Buffer.concat([field(1, Buffer.from(name)), field(2, Buffer.from(value))])),
  );
  return Buffer.concat([...encoded, samples]);
}

function sampleOf(milliseconds: number, value: number): Buffer {
  const double = Buffer.alloc(9);
  double.writeUInt8((1 << 3) | 1);
  double.writeDoubleLE(value, 1);
  return Buffer.concat([double, Buffer.from([2 << 3]), varint(milliseconds)]);
}

/** A field of Protocol Buffers that has a length. */
function field(number: number, content: Buffer): Buffer {
  return Buffer.concat([Buffer.from([(number << 3) | 2]), varint(content.length), content]);
}

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  for (; rest > 0x7f; rest = Math.floor(rest / 0x80)) bytes.push((rest % 0x80) | 0x80);
  return Buffer.from([...bytes, rest]);
}

/** Longest literal of a Snappy block whose length fits into two bytes. */
const LONGEST = 65_536;

/** A Snappy block of literals alone. */
function uncompressed(content: Buffer): Uint8Array<ArrayBuffer> {
  const parts: Buffer[] = [varint(content.length)];
  for (let at = 0; at < content.length; at += LONGEST) {
    const literal = content.subarray(at, at + LONGEST);
    const tag = Buffer.from([61 << 2, 0, 0]);
    tag.writeUInt16LE(literal.length - 1, 1);
    parts.push(tag, literal);
  }
  return new Uint8Array(Buffer.concat(parts));
}

import { useTheme2 } from '@grafana/ui';

interface Props {
  readonly values: readonly number[];
  /** What is drawn, for people who do not see it. */
  readonly label: string;
  readonly width?: number;
  readonly height?: number;
  readonly color?: string;
  /** A limit, drawn as a dashed line. */
  readonly limit?: number;
  /** Upper end of the scale, where several have one; else that of the values. */
  readonly most?: number;
}

/** Space for the width of the line. */
const PADDING = 1.5;

/** A line without axes. Holes stay holes. */
export function Trend({ values, label, width = 80, height = 20, color, limit, most: given }: Props) {
  const theme = useTheme2();
  const known = values.filter(Number.isFinite);
  // On the scale of the limit, what is far from it looks small, as it is.
  const shown = limit === undefined || Number.isNaN(limit) || known.length === 0 ? known : [...known, limit];
  const [least, most] = [Math.min(0, ...shown), given ?? Math.max(...shown)];
  const x = (index: number): number => PADDING + (index / Math.max(1, values.length - 1)) * (width - 2 * PADDING);
  const y = (value: number): number =>
    most === least ? height - PADDING : height - PADDING - ((value - least) / (most - least)) * (height - 2 * PADDING);
  return (
    <svg width={width} height={height} role="img" aria-label={label} style={{ display: 'block', flexShrink: 0 }}>
      {limit !== undefined && shown.length > known.length && (
        <line
          x1={0}
          x2={width}
          y1={y(limit)}
          y2={y(limit)}
          stroke={theme.colors.error.border}
          strokeDasharray="3 3"
          strokeWidth={1}
        />
      )}
      {piecesOf(values).map((piece) => (
        <polyline
          key={piece[0]}
          points={piece.map((index) => `${x(index).toFixed(1)},${y(values[index] as number).toFixed(1)}`).join(' ')}
          fill="none"
          stroke={color ?? theme.colors.primary.text}
          strokeWidth={1.5}
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      ))}
    </svg>
  );
}

/** Indexes of values without a hole between them. A value alone is drawn as a dot: a line of no length with round ends. */
function piecesOf(values: readonly number[]): number[][] {
  const pieces: number[][] = [];
  values.forEach((value, index) => {
    if (!Number.isFinite(value)) return;
    const last = pieces[pieces.length - 1];
    if (last !== undefined && last[last.length - 1] === index - 1) last.push(index);
    else pieces.push([index]);
  });
  return pieces.map((piece) => (piece.length === 1 ? [piece[0] as number, piece[0] as number] : piece));
}

import { useTheme2 } from '@grafana/ui';

interface Props {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  /** A rate that others are held against, drawn as a dashed line. */
  readonly mark?: number;
  /** The greatest value of the scale, which begins at 0. */
  readonly most: number;
  readonly label: string;
}

const WIDTH = 180;
const HEIGHT = 18;

/** A rate as a dot in its interval. */
export function IntervalBar({ value, lower, upper, mark, most, label }: Props) {
  const { colors } = useTheme2();
  const x = (share: number): number => 4 + (Math.min(share, most) / most) * (WIDTH - 8);
  const middle = HEIGHT / 2;
  return (
    <svg width={WIDTH} height={HEIGHT} role="img" aria-label={label} style={{ display: 'block' }}>
      <line x1={4} x2={WIDTH - 4} y1={middle} y2={middle} stroke={colors.border.weak} />
      {!Number.isNaN(lower) && (
        <line x1={x(lower)} x2={x(upper)} y1={middle} y2={middle} stroke={colors.primary.border} strokeWidth={4} />
      )}
      <circle cx={x(value)} cy={middle} r={4} fill={colors.primary.main} />
      {mark !== undefined && (
        <line x1={x(mark)} x2={x(mark)} y1={0} y2={HEIGHT} stroke={colors.error.border} strokeDasharray="3 2" />
      )}
    </svg>
  );
}

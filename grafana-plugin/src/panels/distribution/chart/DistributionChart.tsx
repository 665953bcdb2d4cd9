import { useState } from 'react';
import type { Distribution } from '../distributions.ts';
import { BinAxis } from './BinAxis.tsx';
import { BinBars, type PointerOnBin } from './BinBars.tsx';
import { BinTooltip } from './BinTooltip.tsx';
import { chartLayout } from './chart-layout.ts';
import { shownContribution } from './shown-contribution.ts';
import { ShareAxis } from './ShareAxis.tsx';

interface DistributionChartProps {
  readonly distribution: Distribution;
  readonly width: number;
  readonly height: number;
  readonly showContributions: boolean;
}

/** Pairs of bars per bin, reference beside live, with what each bin contributes to the PSI above. */
export function DistributionChart({ distribution, width, height, showContributions }: DistributionChartProps) {
  const [pointer, setPointer] = useState<PointerOnBin>();
  const { name, bins } = distribution;
  const hovered = bins.find(({ label }) => label === pointer?.label);
  const layout = chartLayout(bins, width, height);
  return (
    <div style={{ width, height }}>
      <svg width={width} height={height} role="img" aria-label={`Distribution of ${name}`}>
        <ShareAxis layout={layout} />
        {bins.map((bin) => (
          <BinBars
            key={bin.label}
            bin={bin}
            layout={layout}
            hovered={bin === hovered}
            contribution={showContributions ? shownContribution(bin, bins, layout.x.step()) : 'hidden'}
            onPointer={setPointer}
          />
        ))}
        <BinAxis bins={bins} layout={layout} />
      </svg>
      {pointer !== undefined && hovered !== undefined && <BinTooltip bin={hovered} position={pointer} />}
    </div>
  );
}

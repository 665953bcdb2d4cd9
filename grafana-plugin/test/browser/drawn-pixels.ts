import type { Locator } from 'playwright-core';

/** Pixels of a chart that have exactly the color of a series in its legend, by the name of the series. */
export function drawnPixels(panel: Locator): Promise<Record<string, number>> {
  return panel.evaluate((element) => {
    const canvas = element.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (canvas === null || context === null || context === undefined) return {};
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    const counts = new Map<string, number>();
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 3] !== 255) continue;
      const color = `rgb(${data[i]}, ${data[i + 1]}, ${data[i + 2]})`;
      counts.set(color, (counts.get(color) ?? 0) + 1);
    }
    const rows = [...element.querySelectorAll('tbody tr')].map((row) => {
      const icon = row.querySelector<HTMLElement>('[data-testid="series-icon"]');
      const color = icon === null ? '' : getComputedStyle(icon).backgroundColor;
      return [row.querySelector('button')?.textContent?.trim() ?? '', counts.get(color) ?? 0];
    });
    return Object.fromEntries(rows) as Record<string, number>;
  });
}

/** A line through the values from left to right, from zero to their largest, as SVG's `d`; gaps where there is no value. */
export function historyPath(values: readonly number[], width: number, height: number): string {
  const largest = Math.max(...values.filter((value) => !Number.isNaN(value)), 0) || 1;
  let isDown = false;
  return values
    .map((value, i) => {
      if (Number.isNaN(value)) {
        isDown = false;
        return '';
      }
      const x = (width * i) / Math.max(values.length - 1, 1);
      const y = height * (1 - value / largest);
      const command = `${isDown ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`;
      isDown = true;
      return command;
    })
    .join('');
}

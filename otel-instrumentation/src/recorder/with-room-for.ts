/** A longer typed array with the same values, zeros behind them. */
export function withRoomFor<Numbers extends Float64Array | Int32Array | Uint8Array>(
  numbers: Numbers,
  length: number,
): Numbers {
  const longer = new (numbers.constructor as new (length: number) => Numbers)(length);
  longer.set(numbers);
  return longer;
}

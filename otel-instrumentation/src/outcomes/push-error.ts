/** Outcomes that did not arrive. The message names the address, the reason and what to do. */
export class PushError extends Error {
  override readonly name = 'PushError';
}

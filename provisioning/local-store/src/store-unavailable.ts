/** This machine has no store and cannot fetch one. The message says what to install. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

/** No store is to be had on this machine. The message says what to install. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable';
}

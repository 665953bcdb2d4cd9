/** A reference profile that cannot be used. The message names each wrong field and says what to do. */
export class ProfileError extends Error {
  override readonly name = 'ProfileError';
}

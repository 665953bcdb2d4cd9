/** A store that cannot be examined. The message names its address and what to do. */
export class DoctorError extends Error {
  override readonly name = 'DoctorError';
}

/** Training data that no profile can be built from. The message names the file or column and what to do. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

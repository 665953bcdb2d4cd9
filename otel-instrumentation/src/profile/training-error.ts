/** Training data that no profile can be made of. The message names the file or column and the remedy. */
export class TrainingError extends Error {
  override readonly name = 'TrainingError';
}

/** Exit code of a command that did its work, and whose answer is no: a fault was found, or a limit is crossed. */
export const ANSWER_IS_NO = 1;

/** Exit code of a command that did not do its work: an option, a file or a server is wrong. */
export const NOT_DONE = 2;

/**
 * What the help of a command says of its exit codes.
 *
 * @param done - when it ends with 0
 * @param no - when it ends with 1, if it answers a question
 */
export function exitCodes(done: string, no?: string): string {
  return [
    '\nExit codes:',
    `  0  ${done}`,
    ...(no === undefined ? [] : [`  ${ANSWER_IS_NO}  ${no}`]),
    `  ${NOT_DONE}  not done: an option, a file or a server is wrong`,
  ].join('\n');
}

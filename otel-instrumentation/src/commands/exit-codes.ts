/** Exit code of a command that did its work, and whose answer is no: a fault was found, or a limit is crossed. */
export const ANSWER_IS_NO = 1;

/** Exit code of a command that did not do its work: an option, a file or a server is wrong. */
export const NOT_DONE = 2;

/** What help says of them. */
export const EXIT_CODES = `
Exit codes:
  0  done; doctor finds no fault, and compare nothing beyond its limits
  ${ANSWER_IS_NO}  doctor finds a fault, or compare something beyond its limits
  ${NOT_DONE}  not done: an option, a file or a server is wrong`;

/**
 * Calls `end` when the channel to the program that started this one closes: that program ended, crashed or was killed.
 * Without such a channel it never does.
 */
export function endWithParent(end: () => void): void {
  // Gone before anybody listened.
  if (process.connected === false) end();
  else process.once('disconnect', end);
}

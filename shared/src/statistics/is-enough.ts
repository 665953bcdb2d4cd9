/** Whether there are as many observations as a value needs; none at all are never enough. */
export function isEnough(observations: number, minimum: number): boolean {
  return observations > 0 && observations >= minimum;
}

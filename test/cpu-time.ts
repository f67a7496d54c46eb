/*
 * For tests of what is made to be slow: they ask that work does not grow with the square of what it is given, or worse. Right work takes
 * a small part of a second and wrong work minutes, so a limit in between tells them apart on any machine. How fast something is, the
 * bench tells.
 */

/** CPU time that only work of the wrong kind takes, in milliseconds. */
export const WRONG_KIND_MS = 10_000;

/** The CPU time of this process while something is done, in milliseconds: what else the machine does is not counted. */
export async function cpuTime(act: () => unknown): Promise<number> {
  const start = process.cpuUsage();
  await act();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

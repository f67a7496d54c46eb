/**
 * Runs two things in turns, so that whatever else the machine does meets both.
 *
 * @param rounds how often each runs, after one round that is not counted
 * @param first, second give what one run took, in any unit
 * @returns the median of the first over the median of the second
 */
export async function sideBySide(
  rounds: number,
  first: () => Promise<number>,
  second: () => Promise<number>,
): Promise<number> {
  const firsts: number[] = [];
  const seconds: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const [one, other] = [await first(), await second()];
    if (round > 0) {
      firsts.push(one);
      seconds.push(other);
    }
  }
  return median(firsts) / median(seconds);
}

function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

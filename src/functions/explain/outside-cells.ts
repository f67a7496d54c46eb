/** What is needed to work out calls outside their cells, as the pane and tests do. */
import { FAMILY } from '../family/family';

/** The names that can be typed. */
export const FUNCTION_NAMES: readonly string[] = FAMILY.map(({ name }) => name);

/** The function called `name`, in any case. */
export function declarationOf(name: string): (typeof FAMILY)[number] {
  const declaration = FAMILY.find((candidate) => candidate.name === name.toUpperCase());
  if (declaration === undefined) {
    throw new Error(`${name} is not a function of this add-in.`);
  }
  return declaration;
}

/** Fetches what the functions need only now and then, for those who cannot wait in the middle of their work. */
export async function fetchLateCode(): Promise<void> {
  const fetched = await Promise.allSettled(FAMILY.flatMap(({ late = [] }) => late.map((code) => code.fetch())));
  for (const result of fetched) {
    if (result.status === 'rejected') {
      // A call that needs it says so, and what to do.
      console.error('AI Spend could not fetch a part of its code.', result.reason);
    }
  }
}

/** The host's class of errors, as far as our functions need it: outside a host there is none. */
export class HostError extends Error {
  constructor(
    readonly code: string,
    message?: string,
  ) {
    super(message);
  }
}

/** Runs `work` if the host's class of errors is there. */
export function withHostErrors<T>(work: () => T): T {
  const scope = globalThis as { CustomFunctions?: unknown };
  scope.CustomFunctions = { Error: HostError };
  try {
    return work();
  } finally {
    delete scope.CustomFunctions;
  }
}

/** An error that the user can mend: its message is shown alone, without a stack. */
export class UserError extends Error {}

/** Tells the user what is going on. Standard output is for results only. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a command of package.json and turns its outcome into the exit code.
 *
 * @param main gives the exit code
 */
export function runCommand(main: () => Promise<number>): void {
  main().then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      report(error instanceof UserError ? error.message : String(error instanceof Error ? error.stack : error));
      process.exitCode = 1;
    },
  );
}

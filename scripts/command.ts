import { parseArgs, type ParseArgsConfig } from 'node:util';

/** An error that the user can mend: its message is shown alone, without a stack. */
export class UserError extends Error {}

/** Tells the user what is going on. Standard output is for results only. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes results to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** The command line, as node's `parseArgs` reads it; a mistake in it is told in one line. */
export function readArguments<T extends ParseArgsConfig>(config: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(config);
  } catch (error) {
    throw new UserError((error as Error).message);
  }
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

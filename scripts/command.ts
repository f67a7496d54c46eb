import { parseArgs, type ParseArgsConfig } from 'node:util';

/** An error that the user can mend: its message is shown alone, without a stack. */
export class UserError extends Error {}

/** A mistake in the command line: its message is followed by how the command is written. */
export class UsageError extends UserError {}

/** A command of package.json. */
export interface Command<T extends ParseArgsConfig> {
  /** What `--help` prints: a first line `Usage: npm run NAME -- …`, a blank line, and what the command does. */
  readonly help: string;
  /** The options and arguments that it takes, as node's `parseArgs` is told of them; all others are refused. */
  readonly takes: T;
  /** Does the work and gives the exit code. */
  main(given: ReturnType<typeof parseArgs<T>>): Promise<number>;
}

/** Tells the user what is going on. Standard output is for results only. */
export function report(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** Writes results to standard output. */
export function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

/** Runs a command and turns its outcome into the exit code. */
export function runCommand<T extends ParseArgsConfig>(command: Command<T>): void {
  outcome(command).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      report(messageOf(error, command.help));
      process.exitCode = 1;
    },
  );
}

async function outcome<T extends ParseArgsConfig>({ help, takes, main }: Command<T>): Promise<number> {
  const given = process.argv.slice(2);
  if (given.includes('--help') || given.includes('-h')) {
    print(help);
    return 0;
  }
  return main(readArguments(takes));
}

function readArguments<T extends ParseArgsConfig>(takes: T): ReturnType<typeof parseArgs<T>> {
  try {
    return parseArgs(takes);
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

function messageOf(error: unknown, help: string): string {
  if (error instanceof UsageError) {
    return `${error.message}\n${help.split('\n', 1)[0]} (--help tells more)`;
  }
  if (error instanceof UserError) {
    return error.message;
  }
  return String(error instanceof Error ? error.stack : error);
}

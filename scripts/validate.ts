import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { validateManifest, type ManifestValidation } from 'office-addin-manifest';
import { print, runCommand, UserError } from './command';
import { manifestProblems } from './manifest-rules';
import { projectRoot } from './project';

runCommand({
  help: `Usage: npm run validate -- [--production] [FILE]

Checks a manifest: first by our own rules, which need no network, then by Microsoft's online validator, which is sent
the manifest and nothing else. Ends with code 1 if one of them refuses it, or if the validator could not be reached.

  FILE           the manifest, with what it names beside it; manifest.xml if left out, dist/manifest.xml after a build
  --production   has the validator ask what the store asks for, beyond what an add-in in development needs`,
  takes: { options: { production: { type: 'boolean', default: false } }, allowPositionals: true },
  main: async ({ values, positionals }) => {
    const file = path.resolve(positionals[0] ?? path.join(projectRoot, 'manifest.xml'));
    checkByOurRules(file, await readManifest(file));
    print('By our own rules the manifest is in order.');
    const answer = await askValidator(file, values.production);
    print(answerLines(answer).join('\n'));
    return answer.isValid ? 0 : 1;
  },
});

async function readManifest(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new UserError(`"${file}" cannot be read (${error.code}).`);
  });
}

function checkByOurRules(file: string, xml: string): void {
  const problems = manifestProblems(xml, path.dirname(file));
  if (problems.length > 0) {
    throw new UserError(['The manifest would be refused:', ...problems.map((problem) => `- ${problem}`)].join('\n'));
  }
}

async function askValidator(file: string, production: boolean): Promise<ManifestValidation> {
  const answer = await validateManifest(file, production).catch((error: Error) => {
    throw new UserError(
      `Microsoft's validator could not be reached, so it has not seen the manifest. Is there a network, and does it let this machine through?\n${error.message}`,
    );
  });
  if (answer.report === undefined) {
    throw new UserError(
      `Microsoft's validator gave no report: it answered ${answer.status} ${answer.statusText}. Try again later.`,
    );
  }
  return answer;
}

function answerLines({ isValid, report }: ManifestValidation): string[] {
  const findings = [...(report?.errors ?? []), ...(report?.warnings ?? []), ...(report?.notes ?? [])];
  return [
    ...findings.map(({ title, content, line, helpUrl }) =>
      [`- ${title}: ${content}`, line ? `(line ${line})` : '', helpUrl ?? ''].filter(Boolean).join(' '),
    ),
    isValid ? "Microsoft's validator accepts the manifest." : "Microsoft's validator refuses the manifest.",
  ];
}

/**
 * Writes src/taskpane/tokens.css. To be run when a style sheet of the pane uses a token for the first time, or no longer:
 * npm run tokens
 */
import { writeFile } from 'node:fs/promises';
import { report, runCommand } from './command';
import { tokensCss, tokensFile } from './fluent-tokens';

runCommand(async () => {
  await writeFile(tokensFile, tokensCss());
  report(`Written: ${tokensFile}`);
  return 0;
});

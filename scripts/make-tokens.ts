import { writeFile } from 'node:fs/promises';
import { report, runCommand } from './command';
import { tokensCss, tokensFile } from './fluent-tokens';

runCommand({
  help: `Usage: npm run tokens

Writes src/taskpane/tokens.css anew: the values of Fluent's design tokens that the pane's style sheets use. To be run
when a style sheet uses a token for the first time, or no longer.`,
  takes: {},
  main: async () => {
    await writeFile(tokensFile, tokensCss());
    report(`Written: ${tokensFile}`);
    return 0;
  },
});

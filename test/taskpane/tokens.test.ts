import { readFileSync } from 'node:fs';
import { tokensCss, tokensFile } from '../../scripts/fluent-tokens';

test('tokens.css holds the tokens that the style sheets use; if not, "npm run tokens" writes it anew', () => {
  expect(readFileSync(tokensFile, 'utf8')).toBe(tokensCss());
});

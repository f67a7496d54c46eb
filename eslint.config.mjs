import js from '@eslint/js';
import officeAddins from 'eslint-plugin-office-addins';
import regexp from 'eslint-plugin-regexp';
import globals from 'globals';
import tseslint from 'typescript-eslint';

const NAMED_EXPORTS = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export by name, so that a thing has one name everywhere.',
};

const OFFICE_TYPES = {
  selector: 'TSQualifiedName[left.name=/^(Excel|Office|OfficeExtension|CustomFunctions)$/]',
  message: 'Take what is needed of it as a plain value: this code is worked out without Office.',
};

/** What is worked out from given rows and texts alone has no clock, no page, no network and no host. */
const UNKNOWN_TO_PURE_CODE = [
  'window',
  'self',
  'globalThis',
  'document',
  'navigator',
  'localStorage',
  'sessionStorage',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'Worker',
  'Date',
  'performance',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'console',
  'process',
  'require',
  'Office',
  'OfficeExtension',
  'Excel',
  'CustomFunctions',
];

export default tseslint.config(
  { ignores: ['node_modules/', 'build/', 'dist/', 'coverage/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  tseslint.configs.strict,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // The compiler knows every name; the rule does not know types.
      'no-undef': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/explicit-member-accessibility': ['error', { accessibility: 'no-public' }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
    },
  },
  {
    // What comes from a file or a cell may be long: a pattern takes time in proportion to it.
    files: ['src/**/*.{ts,tsx}'],
    plugins: { regexp },
    rules: {
      'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }],
      'regexp/no-super-linear-move': ['error', { report: 'potential' }],
    },
  },
  {
    // A longer one says why it is one.
    files: ['{src,scripts}/**/*.{ts,tsx,js}'],
    rules: { 'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }] },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    rules: {
      'no-console': ['error', { allow: ['error'] }],
      'no-restricted-syntax': ['error', NAMED_EXPORTS],
    },
  },
  {
    files: ['src/domain/**/*.ts', 'src/workbook/{plans,formulas}/**/*.ts'],
    rules: {
      'no-restricted-globals': ['error', ...UNKNOWN_TO_PURE_CODE],
      'no-restricted-syntax': ['error', NAMED_EXPORTS, OFFICE_TYPES],
    },
  },
  {
    files: ['src/{workbook,functions,taskpane}/**/*.{ts,tsx}'],
    plugins: { 'office-addins': officeAddins },
    rules: Object.fromEntries(Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, 'error'])),
  },
  {
    // Where Office.js and the grid hand over values of any type; the metadata generator knows `any[][]` only.
    files: ['src/functions/family/*.ts', 'src/local/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-explicit-any': 'off' },
  },
  {
    files: ['test/**/*.{ts,tsx}'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['**/*.{js,cjs,mjs}'],
    languageOptions: { globals: globals.node },
  },
  {
    // An add-in of its own, as a page loads it.
    files: ['test/e2e/fixture-addin/**/*.js'],
    languageOptions: {
      globals: { ...globals.browser, Office: 'readonly', Excel: 'readonly', CustomFunctions: 'readonly' },
    },
  },
  {
    files: ['**/*.js'],
    rules: { '@typescript-eslint/no-require-imports': 'off' },
  },
  {
    // An old Node must be able to read it.
    files: ['scripts/need-node.js'],
    languageOptions: { ecmaVersion: 2017, sourceType: 'commonjs' },
  },
);

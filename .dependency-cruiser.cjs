/**
 * The rooms of src/, and which other rooms and packages each may import (`*`: any package). Arrows go down only: a room may
 * import those that stand to its right. `docs/architecture.md` says why, and `npm run rooms` draws them.
 */
const ROOMS = {
  formats: { rooms: [], packages: '*' },
  domain: { rooms: [], packages: ['decimal.js'] },
  bills: { rooms: ['domain', 'formats'], packages: '*' },
  workbook: { rooms: ['domain', 'formats'], packages: '*' },
  functions: { rooms: ['workbook', 'domain', 'formats'], packages: '*' },
  taskpane: { rooms: ['functions', 'workbook', 'bills', 'domain', 'formats'], packages: '*' },
  // The local workbook knows the add-in as Excel does: by manifest.xml and functions.json.
  local: { rooms: ['formats'], packages: '*' },
};

const roomRules = Object.entries(ROOMS).map(([room, { rooms }]) => ({
  name: `room-${room}`,
  comment: `${room} may import from ${rooms.length === 0 ? 'no other room' : rooms.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: `^src/(${[room, ...rooms].join('|')})/` },
}));

const packageRules = Object.entries(ROOMS)
  .filter(([, { packages }]) => packages !== '*')
  .map(([room, { packages }]) => ({
    name: `packages-${room}`,
    comment: `${room} may import the packages ${packages.join(', ')} and no others.`,
    severity: 'error',
    from: { path: `^src/${room}/` },
    to: { path: 'node_modules/', pathNot: `node_modules/(${packages.join('|').replaceAll('.', '\\.')})/` },
  }));

module.exports = {
  forbidden: [
    {
      name: 'no-circle-of-files',
      comment: 'What needs each other is one thing: join it, or put what both need below both.',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'no-circle-of-folders',
      comment: 'A folder stands on those below it: move the file that is in the way to where it belongs.',
      scope: 'folder',
      severity: 'error',
      from: { path: '^src/' },
      to: { circular: true },
    },
    {
      name: 'pure-plans',
      comment: 'Plans and formula text touch no Office object: they import nothing that calls Excel.',
      severity: 'error',
      from: { path: '^src/workbook/(plans|formulas)/' },
      to: { path: '^src/workbook/', pathNot: '^src/workbook/(plans|formulas)/' },
    },
    ...roomRules,
    ...packageRules,
    {
      name: 'pane-office',
      comment:
        'In the pane only folders named office call what calls Office.js; the rest goes by the contract, so that tests drive it.',
      severity: 'error',
      from: { path: '^src/taskpane/', pathNot: '^src/taskpane/(office|[a-z]+/office)/' },
      to: { path: '^src/workbook/', pathNot: '^src/workbook/formulas/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'browser-only',
      comment: 'What is in src/ runs in a browser.',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'src-alone',
      comment: 'What ships imports nothing of the scripts, the tests or the packages for development.',
      severity: 'error',
      from: { path: '^src/(?!local/)' },
      to: { path: '^(?!src/)', pathNot: 'node_modules/', dependencyTypesNot: ['core'], couldNotResolve: false },
    },
    {
      name: 'local-packages',
      comment: 'The grid and the charts of the local workbook do not ship with the add-in.',
      severity: 'error',
      from: { path: '^src/(?!local/)' },
      to: { path: 'node_modules/(@univerjs|echarts|zrender|react|react-dom|rxjs)/' },
    },
    {
      name: 'no-unknown',
      comment: 'An import that leads nowhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.d.ts'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'types'],
    },
    reporterOptions: {},
  },
};

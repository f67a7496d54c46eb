import path from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The rooms of src/ and what each may import from: other rooms, and packages (`*`: any).
 * The pane stands on the functions, whose figures it explains; both stand on the workbook and the data, these stand on the
 * domain, and the domain stands alone.
 * The local workbook knows the add-in only as Excel does, by manifest.xml and functions.json.
 */
const ROOMS = {
  domain: { rooms: [], packages: ['decimal.js', 'fastest-levenshtein'] },
  data: { rooms: ['domain'], packages: '*' },
  workbook: { rooms: ['domain'], packages: '*' },
  functions: { rooms: ['workbook', 'data', 'domain'], packages: '*' },
  taskpane: { rooms: ['functions', 'workbook', 'data', 'domain'], packages: '*' },
  local: { rooms: [], packages: '*' },
};

const SOURCE_ROOT = fileURLToPath(new URL('../../src', import.meta.url));

/** Reports an import that goes against the direction in which the rooms of src/ stand on each other. */
export const importDirections = {
  meta: {
    type: 'problem',
    docs: { description: 'keep imports between the rooms of src/ in one direction' },
    messages: {
      room: '{{from}} may not import from {{to}}; it may import from {{allowed}}.',
      outside: 'What ships may not import {{source}}, which lies outside src/.',
      package: '{{from}} may not import the package {{source}}; it may import {{allowed}}.',
      node: 'What ships runs in a browser and may not import {{source}}.',
    },
    schema: [],
  },
  create(context) {
    const from = roomOf(context.filename);
    if (from === undefined) {
      return {};
    }
    const check = (literal) => {
      if (typeof literal?.value === 'string') {
        const problem = problemOf(from, literal.value, context.filename);
        if (problem !== undefined) {
          context.report({ node: literal, ...problem });
        }
      }
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      'CallExpression[callee.name="require"]': (node) => check(node.arguments[0]),
    };
  },
};

function problemOf(from, source, filename) {
  const { rooms, packages } = ROOMS[from];
  if (source.startsWith('.')) {
    const target = path.resolve(path.dirname(filename), source);
    const to = roomOf(target);
    if (to === undefined) {
      return { messageId: 'outside', data: { source } };
    }
    return to === from || rooms.includes(to)
      ? undefined
      : { messageId: 'room', data: { from, to, allowed: list(rooms) } };
  }
  if (source.startsWith('node:')) {
    return { messageId: 'node', data: { source } };
  }
  const known = packages === '*' || packages.includes(source);
  return known ? undefined : { messageId: 'package', data: { from, source, allowed: list(packages) } };
}

function roomOf(file) {
  const [room] = path.relative(SOURCE_ROOT, file).split(path.sep);
  return Object.hasOwn(ROOMS, room) ? room : undefined;
}

function list(names) {
  return names.length === 0 ? 'its own room only' : names.join(', ');
}

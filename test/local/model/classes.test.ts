import { CLASSES } from '../../../src/local/model/classes';
import { BatchInterpreter } from '../../../src/local/protocol/interpreter';
import { ModelNode } from '../../../src/local/protocol/model-class';
import { ActionType, PathType, type BatchRequest } from '../../../src/local/protocol/rich-api';

function batch(actions: [type: ActionType, name: string][], paths: string[] = []): BatchRequest {
  return {
    Actions: actions.map(([type, name], index) => ({ Id: index, ActionType: type, Name: name, ObjectPathId: 1 })),
    ObjectPaths: Object.fromEntries(
      paths.map((name, index) => [index, { Id: index, ObjectPathType: PathType.Method, Name: name }]),
    ),
  } as unknown as BatchRequest;
}

const interpreter = new BatchInterpreter({
  classes: CLASSES,
  root: new ModelNode('Workbook', null),
  services: new Map(),
  calculated: async () => undefined,
});

describe('whether a request may change the workbook', () => {
  it.each<[string, BatchRequest, boolean]>([
    [
      'one that reads',
      batch(
        [
          [ActionType.Instantiate, ''],
          [ActionType.Query, ''],
        ],
        ['GetRange', 'GetItemOrNullObject'],
      ),
      false,
    ],
    [
      'one that has cells calculated',
      batch([
        [ActionType.Method, 'SetDirty'],
        [ActionType.Method, 'Calculate'],
      ]),
      false,
    ],
    [
      'one that listens',
      batch([
        [ActionType.Method, '_RegisterDataChangedEvent'],
        [ActionType.Method, '_KeepReference'],
      ]),
      false,
    ],
    [
      'one that moves the selection',
      batch([
        [ActionType.Method, 'Select'],
        [ActionType.Method, 'Activate'],
      ]),
      false,
    ],
    [
      'one that sets values',
      batch([
        [ActionType.Query, ''],
        [ActionType.SetProperty, 'Values'],
      ]),
      true,
    ],
    ['one that deletes', batch([[ActionType.Method, 'Delete']]), true],
    ['one that adds a table', batch([[ActionType.Instantiate, '']], ['GetItem', 'Add']), true],
    ['one that does what is not known here', batch([[ActionType.Method, 'Transmogrify']]), true],
  ])('%s', (_, request, expected) => {
    expect(interpreter.mayWrite(request)).toBe(expected);
  });
});

test('no method both reads and writes', () => {
  const both = CLASSES.classes.flatMap(({ name, reads = {}, writes = {} }) =>
    Object.keys(reads).flatMap((method) => (method in writes ? [`${name}.${method}`] : [])),
  );
  expect(both).toEqual([]);
});

test('a method that writes in one class does not only read in another: a request is judged by names', () => {
  const reading = new Set(CLASSES.classes.flatMap(({ reads = {} }) => Object.keys(reads)));
  const writing = new Set(CLASSES.classes.flatMap(({ writes = {} }) => Object.keys(writes)));
  expect([...writing].filter((name) => reading.has(name))).toEqual([]);
});

import { mayChange } from '../../../src/local/protocol/may-change';
import { ActionType, PathType, type BatchRequest } from '../../../src/local/protocol/rich-api';

function batch(actions: [type: ActionType, name: string][], paths: string[] = []): BatchRequest {
  return {
    Actions: actions.map(([type, name], index) => ({ Id: index, ActionType: type, Name: name, ObjectPathId: 1 })),
    ObjectPaths: Object.fromEntries(
      paths.map((name, index) => [index, { Id: index, ObjectPathType: PathType.Method, Name: name }]),
    ),
  } as unknown as BatchRequest;
}

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
        [ActionType.Method, 'RegisterChangedEvent'],
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
    expect(mayChange(request)).toBe(expected);
  });
});

import { HostError } from '../../../src/local/protocol/host-error';
import { BatchInterpreter } from '../../../src/local/protocol/interpreter';
import { ClassTable, ModelNode, type ModelClass } from '../../../src/local/protocol/model-class';
import {
  ActionType,
  PathType,
  type BatchAction,
  type BatchResponse,
  type ObjectPath,
} from '../../../src/local/protocol/rich-api';

interface Shelf {
  readonly name: string;
  books: string[];
}

const BookClass: ModelClass<{ title: string }> = {
  name: 'Book',
  id: ({ title }) => title,
  scalars: { title: { get: ({ title }) => title } },
};

const ShelfClass: ModelClass<Shelf> = {
  name: 'Shelf',
  scalars: {
    name: { get: ({ name }) => name },
    books: {
      get: ({ books }) => books.join(','),
      set: (shelf, value) => void (shelf.books = [String(value)]),
      isCalculated: true,
    },
  },
  objects: { self: (shelf) => new ModelNode('Shelf', shelf) },
  reads: {
    count: ({ books }) => books.length,
    find: ({ books }, title) => {
      if (!books.includes(String(title))) {
        throw new HostError('ItemNotFound');
      }
      return book(title);
    },
    findOrNullObject: ({ books }, title) => (books.includes(String(title)) ? book(title) : null),
    same: (shelf, other) => (other as ModelNode).target === shelf,
  },
  writes: {
    add: (shelf, title) => {
      shelf.books.push(String(title));
      return book(title);
    },
  },
};

function book(title: unknown): ModelNode {
  return new ModelNode('Book', { title: String(title) });
}

/** Path 1 is the shelf; the test adds others. */
async function run(
  shelf: Shelf,
  paths: Partial<ObjectPath>[],
  actions: Partial<BatchAction>[],
  calculated = async (): Promise<void> => undefined,
): Promise<BatchResponse> {
  const all = [{ ObjectPathType: PathType.Root, Name: '' }, ...paths].map(
    (path, index) => ({ Id: index + 1, ParentObjectPathId: 1, Name: '', ...path }) as ObjectPath,
  );
  return new BatchInterpreter({
    classes: new ClassTable([ShelfClass, BookClass]),
    root: new ModelNode('Shelf', shelf),
    services: new Map(),
    calculated,
  }).run({
    ObjectPaths: Object.fromEntries(all.map((path) => [String(path.Id), path])),
    Actions: actions.map((action, index) => ({ Id: index + 10, Name: '', ...action }) as BatchAction),
  });
}

function shelf(...books: string[]): Shelf {
  return { name: 'Shelf', books };
}

test('a method path runs once, however often the batch comes back to it', async () => {
  const target = shelf();
  const add = { ObjectPathType: PathType.Method, Name: 'Add', ArgumentInfo: { Arguments: ['Emma'] } };
  const { Results } = await run(
    target,
    [add],
    [
      { ActionType: ActionType.Instantiate, ObjectPathId: 2 },
      { ActionType: ActionType.Query, ObjectPathId: 2, QueryInfo: { Select: ['title'] } },
      { ActionType: ActionType.Method, ObjectPathId: 1, Name: 'Count' },
    ],
  );
  expect(Results.map(({ Value }) => Value)).toEqual([{ Id: 'Emma' }, { Title: 'Emma' }, 1]);
});

test('a null object instantiates and loads as null', async () => {
  const path = { ObjectPathType: PathType.Method, Name: 'FindOrNullObject', ArgumentInfo: { Arguments: ['Emma'] } };
  const { Results, Error } = await run(
    shelf(),
    [path],
    [
      { ActionType: ActionType.Instantiate, ObjectPathId: 2 },
      { ActionType: ActionType.Method, ObjectPathId: 2, Name: '_KeepReference' },
      { ActionType: ActionType.Query, ObjectPathId: 2, QueryInfo: { Select: ['title'] } },
    ],
  );
  expect([Results.map(({ Value }) => Value), Error]).toEqual([[null, null, null], undefined]);
});

test('stops at the first failure, tells where it was, and leaves done what was done', async () => {
  const target = shelf();
  const path = { ObjectPathType: PathType.Method, Name: 'Find', ArgumentInfo: { Arguments: ['Emma'] } };
  const answer = await run(
    target,
    [path],
    [
      {
        ActionType: ActionType.SetProperty,
        ObjectPathId: 1,
        Name: 'Books',
        ArgumentInfo: { Arguments: ['Persuasion'] },
      },
      { ActionType: ActionType.Instantiate, ObjectPathId: 2 },
      { ActionType: ActionType.Method, ObjectPathId: 1, Name: 'Count' },
    ],
  );
  expect(target.books).toEqual(['Persuasion']);
  expect(answer.Results).toHaveLength(1);
  expect(answer.Error).toEqual({
    Code: 'ItemNotFound',
    Message: "The requested resource doesn't exist.",
    Location: 'Shelf.find',
    HttpStatusCode: 404,
    ActionIndex: 1,
  });
});

test.each([
  ['Shelf.pages', { ActionType: ActionType.Query, ObjectPathId: 1, QueryInfo: { Select: ['pages'] } }],
  ['Shelf.burn', { ActionType: ActionType.Method, ObjectPathId: 1, Name: 'Burn' }],
  [
    'Setting Shelf.name',
    { ActionType: ActionType.SetProperty, ObjectPathId: 1, Name: 'Name', ArgumentInfo: { Arguments: ['x'] } },
  ],
])('answers ApiNotFound for %s, by name', async (member, action) => {
  const { Error } = await run(shelf(), [], [action]);
  expect([Error?.Code, Error?.Message]).toEqual(['ApiNotFound', `${member} is not available in the local workbook.`]);
});

test('waits for the calculation before it reads what is calculated, and only then', async () => {
  let waits = 0;
  const wait = async (): Promise<void> => void (waits += 1);
  await run(
    shelf('Emma'),
    [],
    [{ ActionType: ActionType.Query, ObjectPathId: 1, QueryInfo: { Select: ['name'] } }],
    wait,
  );
  expect(waits).toBe(0);
  await run(
    shelf('Emma'),
    [],
    [{ ActionType: ActionType.Query, ObjectPathId: 1, QueryInfo: { Select: ['books'] } }],
    wait,
  );
  expect(waits).toBe(1);
});

test('passes objects as arguments, and follows properties', async () => {
  const { Results } = await run(
    shelf(),
    [{ ObjectPathType: PathType.Property, Name: 'Self' }],
    [
      {
        ActionType: ActionType.Method,
        ObjectPathId: 1,
        Name: 'Same',
        ArgumentInfo: { Arguments: [null], ReferencedObjectPathIds: [2] },
      },
      { ActionType: ActionType.Query, ObjectPathId: 1, QueryInfo: { Select: ['self/name'] } },
    ],
  );
  expect(Results.map(({ Value }) => Value)).toEqual([true, { Self: { Name: 'Shelf' } }]);
});

test('keeps the reference of one object apart from that of another on the same target', async () => {
  const target = shelf();
  const { Results } = await run(
    target,
    [{ ObjectPathType: PathType.Property, Name: 'Self' }],
    [
      { ActionType: ActionType.Method, ObjectPathId: 1, Name: '_KeepReference' },
      { ActionType: ActionType.Method, ObjectPathId: 2, Name: '_KeepReference' },
      { ActionType: ActionType.Instantiate, ObjectPathId: 1 },
      { ActionType: ActionType.Instantiate, ObjectPathId: 2 },
    ],
  );
  expect(Results.slice(2).map(({ Value }) => Value)).toEqual([{ _ReferenceId: 'ref_1' }, { _ReferenceId: 'ref_2' }]);
});

import {
  advance,
  announcementFor,
  EMPTY_ROOM,
  isRoomMessage,
  type Room,
  type RoomEvent,
} from '../../../src/local/peers/room';

function after(...events: RoomEvent[]): Room {
  return events.reduce<Room>((room, event) => {
    const next = advance(room, event);
    expect(next).not.toBeNull();
    return next!;
  }, EMPTY_ROOM);
}

const join = (from: string): RoomEvent => ({ kind: 'join', from });
const leave = (from: string): RoomEvent => ({ kind: 'leave', from });
const ask = (from: string): RoomEvent => ({ kind: 'ask', from });
const give = (from: string): RoomEvent => ({ kind: 'give', from });
const change = (from: string): RoomEvent => ({ kind: 'change', unit: 'u', from, changes: [1] });
const hand = (from: string, to: string): RoomEvent => ({ kind: 'workbook', from, to, workbook: 'it' });

describe('the room of a shared workbook', () => {
  it('knows that the first window has the workbook, and that the next has to get it', () => {
    const room = after(join('a'), join('b'));
    expect(room.members).toEqual([
      { id: 'a', hasWorkbook: true },
      { id: 'b', hasWorkbook: false },
    ]);
    expect(after(join('a'), join('b'), ask('a'), hand('a', 'b')).members[1]).toEqual({ id: 'b', hasWorkbook: true });
  });

  it('lets one window write at a time, in the order in which they asked', () => {
    const asked = after(join('a'), join('b'), join('c'), ask('b'), ask('c'), ask('a'), ask('c'), ask('b'));
    expect(asked).toMatchObject({ writer: 'b', waiting: ['c', 'a'] });
    expect(advance(asked, give('b'))).toMatchObject({ writer: 'c', waiting: ['a'] });
  });

  it('refuses changes, workbooks and turns from a window whose turn it is not', () => {
    const room = after(join('a'), join('b'), ask('a'));
    for (const event of [change('b'), hand('b', 'a'), give('b'), change('stranger'), ask('stranger'), join('a')]) {
      expect(advance(room, event)).toBeNull();
    }
    expect(advance(room, change('a'))).toEqual(room);
  });

  it('passes the turn of a window that leaves on, and forgets that it waited', () => {
    const room = after(join('a'), join('b'), join('c'), ask('a'), ask('b'), ask('c'));
    expect(advance(room, leave('b'))).toMatchObject({ writer: 'a', waiting: ['c'] });
    expect(advance(room, leave('a'))).toMatchObject({ writer: 'b', waiting: ['c'] });
  });

  it('has the first that waits open the workbook anew where all that had it are gone', () => {
    const room = after(join('a'), join('b'), join('c'), leave('a'));
    expect(room.members).toEqual([
      { id: 'b', hasWorkbook: true },
      { id: 'c', hasWorkbook: false },
    ]);
  });

  it('sends a workbook only to the one that it is for, and nobody its own changes', () => {
    const room = after(join('a'), join('b'), join('c'), ask('a'));
    const handed = { event: hand('a', 'b'), room };
    expect(announcementFor('b', handed)).toEqual(handed);
    expect(announcementFor('c', handed)).toEqual({ event: { ...handed.event, workbook: null }, room });
    expect(announcementFor('a', { event: change('a'), room }).event).toMatchObject({ changes: [] });
    expect(announcementFor('b', { event: change('a'), room }).event).toMatchObject({ changes: [1] });
  });

  it('takes nothing for a message that is none', () => {
    expect(isRoomMessage({ kind: 'ask' })).toBe(true);
    for (const sent of [null, 'ask', [], { kind: 'join' }, { kind: 'leave' }, { kind: '__proto__' }]) {
      expect(isRoomMessage(sent)).toBe(false);
    }
  });
});

/**
 * Who has a shared workbook open, and who may write. The rules are the relay's, which is the one place where all messages of a
 * workbook pass and get their order; windows only read what it says.
 *
 * One window at a time may write. Whoever wants to asks, and gets its turn when the writer has given it away: by then it has
 * seen every earlier change. So no two windows that are in the room change the workbook at the same time, and there is nothing to
 * merge; one that was away makes its edits again when it has its turn (`SharedWriting`).
 */

/** A window. The first one, and each that got the workbook from another, has it. */
export interface Member {
  readonly id: string;
  readonly hasWorkbook: boolean;
}

/** The windows in the order in which they came, the one that may write, and those that wait for their turn. */
export interface Room {
  readonly members: readonly Member[];
  readonly writer: string | null;
  readonly waiting: readonly string[];
}

/** What a window tells the others. */
export type RoomMessage =
  /** It wants to write. */
  | { readonly kind: 'ask' }
  /** It has written, and the next one may. */
  | { readonly kind: 'give' }
  /** It has changed the workbook; the changes belong together. If they met edits of others, what all are told of that. */
  | {
      readonly kind: 'change';
      readonly unit: string;
      readonly changes: readonly unknown[];
      readonly told?: readonly string[];
    }
  /** The whole workbook, for a window that has come. */
  | { readonly kind: 'workbook'; readonly to: string; readonly workbook: unknown }
  /** It only wants to hear this again, after everything that was said before. */
  | { readonly kind: 'echo'; readonly token: number };

const MESSAGE_KINDS: readonly unknown[] = ['ask', 'give', 'change', 'workbook', 'echo'] satisfies RoomMessage['kind'][];

/** Whether what a window sent is a message. */
export function isRoomMessage(sent: unknown): sent is RoomMessage {
  return typeof sent === 'object' && sent !== null && 'kind' in sent && MESSAGE_KINDS.includes(sent.kind);
}

/** What happens in a room, in the one order that all windows see. */
export type RoomEvent = { readonly from: string } & (
  RoomMessage | { readonly kind: 'join' } | { readonly kind: 'leave' }
);

/** An event as windows get it: with the room as it is after it. */
export interface Announcement {
  readonly event: RoomEvent;
  readonly room: Room;
}

/** A room without anyone. */
export const EMPTY_ROOM: Room = { members: [], writer: null, waiting: [] };

/** Whether the member is in the room. */
export function isIn(room: Room, id: string): boolean {
  return room.members.some((member) => member.id === id);
}

function join(room: Room, id: string): Room | null {
  if (isIn(room, id)) {
    return null;
  }
  return { ...room, members: [...room.members, { id, hasWorkbook: room.members.length === 0 }] };
}

function passOn(room: Room): Room {
  return { ...room, writer: room.waiting[0] ?? null, waiting: room.waiting.slice(1) };
}

function leave(room: Room, id: string): Room {
  const members = room.members.filter((member) => member.id !== id);
  const isLost = !members.some((member) => member.hasWorkbook);
  const rest: Room = {
    ...room,
    // Where nobody is left who has the workbook, the first who waits for it opens it anew.
    members: members.map((member, index) => (isLost && index === 0 ? { ...member, hasWorkbook: true } : member)),
    waiting: room.waiting.filter((waiting) => waiting !== id),
  };
  return room.writer === id ? passOn(rest) : rest;
}

function ask(room: Room, id: string): Room {
  if (room.writer === null) {
    return { ...room, writer: id };
  }
  const isKnown = room.writer === id || room.waiting.includes(id);
  return isKnown ? room : { ...room, waiting: [...room.waiting, id] };
}

function hand(room: Room, to: string): Room {
  return {
    ...room,
    members: room.members.map((member) => (member.id === to ? { ...member, hasWorkbook: true } : member)),
  };
}

/** The room after an event; null if the event is refused: a stranger speaks, or one writes whose turn it is not. */
export function advance(room: Room, event: RoomEvent): Room | null {
  if (event.kind === 'join') {
    return join(room, event.from);
  }
  const isWriter = room.writer === event.from;
  if (!isIn(room, event.from) || (['give', 'change', 'workbook'].includes(event.kind) && !isWriter)) {
    return null;
  }
  switch (event.kind) {
    case 'leave':
      return leave(room, event.from);
    case 'ask':
      return ask(room, event.from);
    case 'give':
      return passOn(room);
    case 'workbook':
      return hand(room, event.to);
    case 'change':
    case 'echo':
      return room;
  }
}

/** The announcement as one member gets it: a workbook goes to the one that it is for, and nobody gets its own changes back. */
export function announcementFor(id: string, { event, room }: Announcement): Announcement {
  if (event.kind === 'workbook' && event.to !== id) {
    return { event: { ...event, workbook: null }, room };
  }
  return event.kind === 'change' && event.from === id ? { event: { ...event, changes: [] }, room } : { event, room };
}

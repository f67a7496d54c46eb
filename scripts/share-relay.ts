import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import {
  advance,
  announcementFor,
  EMPTY_ROOM,
  isIn,
  isRoomMessage,
  type Room,
  type RoomEvent,
} from '../src/local/peers/room';
import { RELAY_PATH, SHARE_NAME } from '../src/local/peers/share-address';

const MEMBER_ID = /^[\w-]{1,64}$/;

/** A shared workbook: its room, and the streams to the windows that have it open. */
interface SharedWorkbook {
  room: Room;
  readonly streams: Map<string, ServerResponse>;
}

/**
 * Carries the messages of shared local workbooks between their windows, whichever browser they belong to, and gives them their
 * order. It keeps nothing: a workbook that no window has open is gone here.
 */
export class ShareRelay {
  private readonly workbooks = new Map<string, SharedWorkbook>();

  /** Answers a request below the relay's path; false where the request is another's. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    if (!url.pathname.startsWith(RELAY_PATH)) {
      return false;
    }
    // Pages of other origins could otherwise read and change what is shared here.
    response.removeHeader('Access-Control-Allow-Origin');
    const name = url.pathname.slice(RELAY_PATH.length);
    const member = url.searchParams.get('member') ?? '';
    if (request.headers['sec-fetch-site'] !== 'same-origin') {
      refuse(response, 403, 'Only pages of this server may share a workbook.');
    } else if (!SHARE_NAME.test(name) || !MEMBER_ID.test(member)) {
      refuse(response, 400, 'Not the name of a shared workbook and its window.');
    } else if (request.method === 'POST') {
      void this.take(name, member, request, response);
    } else {
      this.open(name, member, response);
    }
    return true;
  }

  private open(name: string, member: string, response: ServerResponse): void {
    const workbook = this.workbooks.get(name) ?? { room: EMPTY_ROOM, streams: new Map<string, ServerResponse>() };
    if (isIn(workbook.room, member)) {
      refuse(response, 409, 'This window is here already.');
      return;
    }
    this.workbooks.set(name, workbook);
    workbook.streams.set(member, response);
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    announce(workbook, { kind: 'join', from: member });
    response.on('close', () => {
      workbook.streams.delete(member);
      announce(workbook, { kind: 'leave', from: member });
      if (workbook.streams.size === 0) {
        this.workbooks.delete(name);
      }
    });
  }

  private async take(name: string, member: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const message: unknown = JSON.parse(await text(request));
      const workbook = this.workbooks.get(name);
      if (!isRoomMessage(message)) {
        refuse(response, 400, 'Not a message.');
      } else if (workbook && announce(workbook, { ...message, from: member })) {
        response.writeHead(204).end();
      } else {
        refuse(response, 409, 'It is not the turn of this window.');
      }
    } catch {
      refuse(response, 400, 'Not a message.');
    }
  }
}

/** Tells all windows, in the same order; false where the event is refused. */
function announce(workbook: SharedWorkbook, event: RoomEvent): boolean {
  const room = advance(workbook.room, event);
  if (room === null) {
    return false;
  }
  workbook.room = room;
  for (const [id, stream] of workbook.streams) {
    stream.write(`data: ${JSON.stringify(announcementFor(id, { event, room }))}\n\n`);
  }
  return true;
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${reason}\n`);
}

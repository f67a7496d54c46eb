import type { IncomingMessage, ServerResponse } from 'node:http';
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

/** How much memory the windows of shared workbooks can take here. */
export interface RelayLimits {
  /** A message is at most a whole workbook; one of 200,000 rows has some 60 MB. */
  readonly messageBytes: number;
  /** What a window has not taken yet waits here; one that is so far behind has stopped reading. */
  readonly backlogBytes: number;
}

const LIMITS: RelayLimits = { messageBytes: 128 * 1024 * 1024, backlogBytes: 256 * 1024 * 1024 };

/** A window: the stream to it, and the secret by which its messages are known to be its own. */
interface OpenWindow {
  readonly stream: ServerResponse;
  readonly key: string;
}

/** A shared workbook: its room, and the windows that have it open. */
interface SharedWorkbook {
  room: Room;
  readonly windows: Map<string, OpenWindow>;
}

class TooLong extends Error {}

/**
 * Carries the messages of shared local workbooks between their windows, whichever browser they belong to, and gives them their
 * order. It keeps nothing: a workbook that no window has open is gone here.
 */
export class ShareRelay {
  private readonly workbooks = new Map<string, SharedWorkbook>();

  constructor(private readonly limits: RelayLimits = LIMITS) {}

  /** Answers a request below the relay's path; false if the request is another's. */
  answer(request: IncomingMessage, response: ServerResponse, url: URL): boolean {
    if (!url.pathname.startsWith(RELAY_PATH)) {
      return false;
    }
    // Pages of other origins could otherwise read and change what is shared here.
    response.removeHeader('Access-Control-Allow-Origin');
    const name = url.pathname.slice(RELAY_PATH.length);
    const member = url.searchParams.get('member') ?? '';
    const key = url.searchParams.get('key') ?? '';
    if (request.headers['sec-fetch-site'] !== 'same-origin') {
      refuse(response, 403, 'Only pages of this server may share a workbook.');
    } else if (!SHARE_NAME.test(name) || !MEMBER_ID.test(member) || !SHARE_NAME.test(key)) {
      refuse(response, 400, 'Not the name of a shared workbook and its window.');
    } else if (request.method === 'POST') {
      void this.take(name, member, key, request, response);
    } else {
      this.open(name, member, key, response);
    }
    return true;
  }

  private open(name: string, member: string, key: string, response: ServerResponse): void {
    const workbook = this.workbooks.get(name) ?? { room: EMPTY_ROOM, windows: new Map<string, OpenWindow>() };
    if (isIn(workbook.room, member)) {
      refuse(response, 409, 'This window is here already.');
      return;
    }
    this.workbooks.set(name, workbook);
    workbook.windows.set(member, { stream: response, key });
    response.writeHead(200, { 'Content-Type': 'text/event-stream' });
    this.announce(workbook, { kind: 'join', from: member });
    response.on('close', () => {
      workbook.windows.delete(member);
      this.announce(workbook, { kind: 'leave', from: member });
      if (workbook.windows.size === 0) {
        this.workbooks.delete(name);
      }
    });
  }

  private async take(
    name: string,
    member: string,
    key: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      const message: unknown = JSON.parse(await bounded(request, this.limits.messageBytes));
      const workbook = this.workbooks.get(name);
      if (!isRoomMessage(message)) {
        refuse(response, 400, 'Not a message.');
      } else if (workbook?.windows.get(member)?.key === key && this.announce(workbook, { ...message, from: member })) {
        response.writeHead(204).end();
      } else {
        refuse(response, 409, 'It is not the turn of this window.');
      }
    } catch (failure) {
      if (failure instanceof TooLong) {
        refuse(response, 413, `Longer than ${this.limits.messageBytes} bytes.`);
        response.once('finish', () => request.destroy());
      } else {
        refuse(response, 400, 'Not a message.');
      }
    }
  }

  /** Tells all windows, in the same order; false if the event is refused. A window that has stopped reading is let go. */
  private announce(workbook: SharedWorkbook, event: RoomEvent): boolean {
    const room = advance(workbook.room, event);
    if (room === null) {
      return false;
    }
    workbook.room = room;
    for (const [id, { stream }] of workbook.windows) {
      if (stream.writableLength > this.limits.backlogBytes) {
        stream.destroy();
      } else {
        stream.write(`data: ${JSON.stringify(announcementFor(id, { event, room }))}\n\n`);
      }
    }
    return true;
  }
}

/** The text of a body; TooLong as soon as it is, so that nobody can fill the memory. */
async function bounded(request: IncomingMessage, limit: number): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > limit) {
      throw new TooLong();
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function refuse(response: ServerResponse, status: number, reason: string): void {
  response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${reason}\n`);
}

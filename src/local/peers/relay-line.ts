/**
 * The connection of one window with the relay: server-sent events one way, posted messages the other.
 */
import type { Announcement, RoomMessage } from './room';
import { RELAY_PATH } from './share-address';

/** Why a line ended. */
export interface LineFailure {
  readonly reason: string;
  /** Whether a new line may go on: the server is away, or has forgotten this window. A message that it does not take it never takes. */
  readonly isPassing: boolean;
}

/** What the relay answers to a window that it does not know any more. */
const NOT_HERE = 409;
const LOST: LineFailure = { reason: 'the connection with the server was lost', isPassing: true };

/** Speaks with the relay until it fails once; a window that missed something needs a new line, and to find out what it missed. */
export class RelayLine {
  readonly me: string = crypto.randomUUID();
  private readonly url: URL;
  private readonly events: EventSource;
  private sending: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    name: string,
    private readonly onAnnouncement: (announcement: Announcement) => void,
    private readonly onFailure: (failure: LineFailure) => void,
  ) {
    // All windows know who is there; only the relay learns by which key a message is known to be this window's.
    const query = new URLSearchParams({ member: this.me, key: crypto.randomUUID() });
    this.url = new URL(`${RELAY_PATH}${encodeURIComponent(name)}?${String(query)}`, location.href);
    this.events = new EventSource(this.url);
    this.events.onmessage = ({ data }: MessageEvent<string>) => this.onAnnouncement(JSON.parse(data) as Announcement);
    this.events.onerror = () => this.fail(LOST);
  }

  /** Sends a message after all earlier ones. */
  post(message: RoomMessage): void {
    const body = JSON.stringify(message);
    this.sending = this.sending.then(() => this.send(body));
  }

  close(): void {
    this.isClosed = true;
    this.events.close();
  }

  private async send(body: string): Promise<void> {
    if (this.isClosed) {
      return;
    }
    try {
      const response = await fetch(this.url, { method: 'POST', body });
      if (!response.ok) {
        const reason = `the server refused a message: ${response.status} ${await response.text()}`;
        this.fail({ reason, isPassing: response.status === NOT_HERE });
      }
    } catch {
      this.fail(LOST);
    }
  }

  private fail(failure: LineFailure): void {
    if (!this.isClosed) {
      this.close();
      this.onFailure(failure);
    }
  }
}

/**
 * The connection of one window with the relay: server-sent events one way, posted messages the other.
 */
import type { Announcement, RoomMessage } from './room';
import { RELAY_PATH } from './share-address';

/** Speaks with the relay until it fails once; a window that missed something cannot go on. */
export class RelayLine {
  readonly me: string = crypto.randomUUID();
  private readonly url: URL;
  private readonly events: EventSource;
  private sending: Promise<void> = Promise.resolve();
  private isClosed = false;

  constructor(
    name: string,
    private readonly onAnnouncement: (announcement: Announcement) => void,
    private readonly onFailure: (reason: string) => void,
  ) {
    // All windows know who is there; only the relay learns by which key a message is known to be this window's.
    const query = new URLSearchParams({ member: this.me, key: crypto.randomUUID() });
    this.url = new URL(`${RELAY_PATH}${encodeURIComponent(name)}?${String(query)}`, location.href);
    this.events = new EventSource(this.url);
    this.events.onmessage = ({ data }: MessageEvent<string>) => this.onAnnouncement(JSON.parse(data) as Announcement);
    this.events.onerror = () => this.fail('the connection with the server was lost');
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
        this.fail(`the server refused a message: ${response.status} ${await response.text()}`);
      }
    } catch {
      this.fail('the connection with the server was lost');
    }
  }

  private fail(reason: string): void {
    if (!this.isClosed) {
      this.close();
      this.onFailure(reason);
    }
  }
}

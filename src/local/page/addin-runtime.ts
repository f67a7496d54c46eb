/**
 * The add-in's shared runtime: its frame, the conversation with it, and the calls of custom functions.
 */
import { formatAddress, cellArea } from '../../formats/xlsx/address';
import type { FunctionRuntime, Invocation } from '../functions/call-records';
import type { RichApiEntry } from '../protocol/event-registrations';
import { DisplayMode, frameName, type Conversation } from '../protocol/app-context';
import { Connection, RICH_API_EVENT, type ConnectionHandler } from '../protocol/connection';
import { HostAction } from '../protocol/messages';
import type { Manifest } from './manifest';

const ACTION_EVENT = 'appCommandInvoked';
const CUSTOM_FUNCTIONS = 1;
const INVOKE = 1000;
const CANCEL = 1001;
const CANCELABLE = 1;
const STREAMING = 2;
const TAKES_ERRORS = 4;
/** An add-in that is not ready after this time is taken for broken. */
const LONGEST_START_MS = 30_000;

/** What happens outside the frame. */
export interface RuntimeSurroundings {
  readonly handler: Pick<ConnectionHandler, 'executeMethod'>;
  appContext(conversation: Conversation, mode: DisplayMode): object;
  /** The user pressed a key in the add-in's page that is the host's. */
  notified(action: HostAction, details: unknown): void;
  sheetName(sheetId: string): string;
  /** The add-in did not start: its functions cannot be called. */
  failed(reason: string): void;
}

function callFlags({ definition }: Invocation): number {
  return (
    (definition.isCancelable ? CANCELABLE : 0) |
    (definition.isStreaming ? STREAMING : 0) |
    (definition.takesErrors ? TAKES_ERRORS : 0)
  );
}

/** Starts the frame when it is first needed, and keeps what has to wait until it is ready. */
export class AddinRuntime implements FunctionRuntime {
  private connection: Connection | null = null;
  private frame: HTMLIFrameElement | null = null;
  private isReady = false;
  private failure: string | null = null;
  private waiting: RichApiEntry[] = [];
  private waitingActions: string[] = [];
  private startTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly place: HTMLElement,
    private readonly manifest: Manifest,
    private readonly surroundings: RuntimeSurroundings,
  ) {}

  /** Whether the frame has been started. */
  get isStarted(): boolean {
    return this.connection !== null;
  }

  /** Whether it has been started but cannot be called yet. */
  get isStarting(): boolean {
    return this.isStarted && !this.isReady && this.failure === null;
  }

  /** Loads the add-in's page, visible or not. */
  start(mode: DisplayMode): void {
    if (this.connection) {
      return;
    }
    const conversation: Conversation = {
      conversationId: crypto.randomUUID(),
      addinId: this.manifest.id,
      addinName: this.manifest.displayName,
      hostOrigin: location.origin,
    };
    const url = new URL(this.manifest.runtimeUrl, location.href);
    const { surroundings } = this;
    // The name has to be there when the frame enters the page: a later one does not reach `window.name` everywhere.
    const frame = document.createElement('iframe');
    frame.name = frameName(conversation);
    frame.title = this.manifest.displayName;
    frame.src = url.href;
    this.connection = new Connection(frame, conversation.conversationId, url.origin, {
      executeMethod: (dispatchId, data) => surroundings.handler.executeMethod(dispatchId, data),
      appContext: () => surroundings.appContext(conversation, mode),
      notified: (action, details) => surroundings.notified(action, details),
    });
    this.frame = frame;
    this.place.append(frame);
    frame.addEventListener('load', () => this.hearF6(frame));
    this.startTimer = setTimeout(() => {
      this.failure = `${this.manifest.displayName} did not start within ${LONGEST_START_MS / 1000} seconds.`;
      this.waiting = [];
      this.surroundings.failed(this.failure);
    }, LONGEST_START_MS);
  }

  /** Takes the keyboard into the add-in's page, as far as it has loaded. */
  focus(): void {
    this.connection?.focus();
  }

  /** Whether the keyboard is at a control of the add-in's page, and not just in it; of a page of another address taken for granted. */
  get isAtControl(): boolean {
    const { contentDocument } = this.frame ?? {};
    return (
      contentDocument === null ||
      contentDocument === undefined ||
      contentDocument.activeElement !== contentDocument.body
    );
  }

  /** Office.js tells of Ctrl+F6 and leaves F6 to the browser. A page of another address cannot be listened to. */
  private hearF6(frame: HTMLIFrameElement): void {
    try {
      frame.contentWindow?.addEventListener('keydown', (event) => {
        if (event.key === 'F6' && !event.ctrlKey && !event.metaKey && !event.altKey) {
          event.preventDefault();
          this.surroundings.notified(event.shiftKey ? HostAction.CtrlF6ExitShift : HostAction.CtrlF6Exit, null);
        }
      });
    } catch {
      // Ctrl+F6 leaves it all the same.
    }
  }

  /** Removes the add-in with all it had in memory, as Office does before it starts an add-in anew. */
  stop(): void {
    clearTimeout(this.startTimer);
    this.connection?.close();
    this.frame?.remove();
    this.connection = null;
    this.frame = null;
    this.isReady = false;
    this.failure = null;
    this.waiting = [];
    this.waitingActions = [];
  }

  /** To be called when the custom-functions runtime in the frame has announced itself. */
  functionsReady(): void {
    clearTimeout(this.startTimer);
    this.isReady = true;
    this.failure = null;
    this.send(this.waiting.splice(0));
    this.waitingActions.splice(0).forEach((action) => this.runAction(action));
  }

  /** Whether the add-in listens to an event of the message layer. */
  listensTo(event: string): boolean {
    return this.connection?.listensTo(event) ?? false;
  }

  /** Sends an event of the message layer. */
  sendEvent(event: string, data: unknown): void {
    this.connection?.send(event, data);
  }

  /** Runs an action that the add-in has named, as a key of a keyboard shortcut does; starts it if need be. */
  runAction(action: string): void {
    this.start(DisplayMode.Hidden);
    if (this.isReady) {
      this.sendEvent(ACTION_EVENT, [crypto.randomUUID(), action, JSON.stringify({ source: { id: action } })]);
    } else {
      this.waitingActions.push(action);
    }
  }

  /** Sends Excel events; before the add-in is ready nobody listens to them. */
  sendEntries(entries: readonly RichApiEntry[]): void {
    if (this.isReady) {
      this.send(entries);
    }
  }

  invoke(wave: readonly Invocation[]): void {
    this.start(DisplayMode.Hidden);
    if (this.failure !== null) {
      this.surroundings.failed(this.failure);
      return;
    }
    this.deliver(
      wave.map((call) => {
        const address = formatAddress(
          this.surroundings.sheetName(call.cell.sheetId),
          cellArea(call.cell.row, call.cell.column),
        );
        const message = [call.invocationId, call.definition.id, call.parameters, address, callFlags(call)];
        return [CUSTOM_FUNCTIONS, INVOKE, '', JSON.stringify(message), call.invocationId, false];
      }),
    );
  }

  cancel(invocationId: number): void {
    this.deliver([[CUSTOM_FUNCTIONS, CANCEL, '', JSON.stringify({ invocationId }), invocationId, false]]);
  }

  private deliver(entries: readonly RichApiEntry[]): void {
    if (this.isReady) {
      this.send(entries);
    } else {
      this.waiting.push(...entries);
    }
  }

  private send(entries: readonly RichApiEntry[]): void {
    if (entries.length > 0) {
      this.connection?.send(RICH_API_EVENT, { ArrayData: entries });
    }
  }
}

/**
 * The conversation with one add-in frame: answers its requests and sends it events.
 */
import {
  answer,
  eventMessage,
  failure,
  HostAction,
  notification,
  readRequest,
  RequestAction,
  SUCCESS,
  type XdmRequest,
} from './messages';

/** What the page does for the add-in; each answer may take its time. */
export interface ConnectionHandler {
  appContext(): object;
  executeMethod(dispatchId: number, data: Record<string, unknown>): Promise<object>;
  /** The add-in's page tells of keys that are the host's. */
  notified(action: HostAction, details: unknown): void;
}

/** The event on which all Excel events and all calls of custom functions travel. */
export const RICH_API_EVENT = 'richApiMessage';

/** Speaks with the window of one frame, and with nobody else. */
export class Connection {
  private readonly registered = new Set<string>();

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly conversationId: string,
    private readonly addinOrigin: string,
    private readonly handler: ConnectionHandler,
  ) {
    window.addEventListener('message', this.receive);
  }

  /** Ends the conversation; messages that still come are ignored. */
  close(): void {
    window.removeEventListener('message', this.receive);
  }

  /** Whether the add-in listens to an event. */
  listensTo(event: string): boolean {
    return this.registered.has(event);
  }

  /** Sends an event; the library drops what it has not registered for. */
  send(event: string, data: unknown): void {
    this.frame.contentWindow?.postMessage(eventMessage(this.conversationId, event, data), this.addinOrigin);
  }

  /** Has the add-in's page take the focus to its first control. */
  focus(): void {
    this.frame.focus();
    this.frame.contentWindow?.postMessage(notification(this.conversationId, HostAction.CtrlF6In), this.addinOrigin);
  }

  private readonly receive = (message: MessageEvent): void => {
    if (message.source !== this.frame.contentWindow || message.origin !== this.addinOrigin) {
      return;
    }
    const request = readRequest(message.data, this.conversationId);
    if (request) {
      void this.reply(request);
    }
  };

  private async reply(request: XdmRequest): Promise<void> {
    let text: string;
    try {
      text = answer(request, await this.handle(request));
    } catch (error) {
      console.error(`Local workbook: ${request._actionName} failed.`, error);
      text = failure(request);
    }
    this.frame.contentWindow?.postMessage(text, this.addinOrigin);
  }

  private async handle(request: XdmRequest): Promise<unknown> {
    if (request._actionType === RequestAction.RegisterEvent) {
      this.registered.add(request._actionName);
      return SUCCESS;
    }
    if (request._actionType === RequestAction.UnregisterEvent) {
      this.registered.delete(request._actionName);
      return SUCCESS;
    }
    switch (request._actionName) {
      case 'ContextActivationManager_getAppContextAsync':
        return this.handler.appContext();
      case 'ContextActivationManager_notifyHost': {
        const [, action, details] = request._data as readonly unknown[];
        this.handler.notified(Number(action), details);
        return null;
      }
      case 'executeMethod': {
        const data = (request._data ?? {}) as Record<string, unknown>;
        const method = data.DdaMethod as { DispatchId?: unknown } | undefined;
        return this.handler.executeMethod(Number(method?.DispatchId), data);
      }
      default:
        return null;
    }
  }
}

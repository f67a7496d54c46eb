/**
 * The message layer of Office.js: JSON strings between the add-in's frame and the page that hosts it.
 */

/** What the add-in sends. */
export interface XdmRequest {
  readonly _messageType: 0;
  readonly _actionName: string;
  readonly _actionType: RequestAction;
  readonly _conversationId: string;
  readonly _correlationId: number;
  readonly _data: unknown;
}

/** Kinds of request. */
export enum RequestAction {
  Invoke = 0,
  RegisterEvent = 1,
  UnregisterEvent = 2,
}

/** What the add-in's page and its host tell each other of keys and focus; the numbers are Office.js's. */
export enum HostAction {
  CtrlF6In = 4,
  CtrlF6Exit = 5,
  CtrlF6ExitShift = 6,
  TabExit = 13,
  TabExitShift = 14,
  KeyboardShortcuts = 39,
}

/** What a call is answered with that went well. */
export const SUCCESS = { Error: 0, Version: 1 };

const RESPONSE = 1;
const ANSWER_TO_CALL = 0;
const EVENT = 1;
/** The protocol's code for "the request could not be handled". */
const ERROR_HANDLING_REQUEST = -2;

/** Reads a window message; null if it is none of this conversation. */
export function readRequest(data: unknown, conversationId: string): XdmRequest | null {
  if (typeof data !== 'string' || !data.startsWith('{')) {
    return null;
  }
  try {
    const message = JSON.parse(data) as Partial<XdmRequest>;
    return message._messageType === 0 && message._conversationId === conversationId ? (message as XdmRequest) : null;
  } catch {
    // Other scripts post their own strings to a window; what is no JSON is none of ours.
    return null;
  }
}

/** The answer to a request. */
export function answer(request: XdmRequest, data: unknown): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: request._actionName,
    _conversationId: request._conversationId,
    _correlationId: request._correlationId,
    _data: data,
    _errorCode: 0,
    _responseType: ANSWER_TO_CALL,
  });
}

/** Tells the add-in's page of something that it has not asked for, on the conversation that it keeps for this. */
export function notification(conversationId: string, action: HostAction): string {
  return JSON.stringify({
    _messageType: 0,
    _actionName: 'Office_notifyAgave',
    _actionType: RequestAction.Invoke,
    _conversationId: `${conversationId}_ntf`,
    _correlationId: 0,
    _origin: location.href,
    _data: [action],
  });
}

/** The answer to a request that this page does not know or could not handle. */
export function failure(request: XdmRequest): string {
  return JSON.stringify({ ...(JSON.parse(answer(request, null)) as object), _errorCode: ERROR_HANDLING_REQUEST });
}

/** A message that nobody asked for. */
export function eventMessage(conversationId: string, name: string, data: unknown): string {
  return JSON.stringify({
    _messageType: RESPONSE,
    _actionName: name,
    _conversationId: conversationId,
    _correlationId: 0,
    _data: data,
    _errorCode: 0,
    _responseType: EVENT,
  });
}

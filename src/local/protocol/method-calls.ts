/**
 * The calls of the message layer's `executeMethod`, by their dispatch ids: batches, the document's settings, ended commands.
 */
import { SUCCESS } from './messages';
import type { BatchRequest, BatchResponse } from './rich-api';

/** The document's settings: names with JSON texts. */
export type SettingsList = readonly (readonly [name: string, json: string])[];

/** Keeps the document's settings. */
export interface Settings {
  list(): SettingsList;
  replace(settings: SettingsList): void;
}

/** What answers the calls. */
export interface MethodCallHandler {
  readonly settings: Settings;
  /** Runs a batch; `waitsForCellEdit` says that the add-in would rather wait than be refused while a cell is edited. */
  runBatch(batch: BatchRequest, waitsForCellEdit: boolean): Promise<BatchResponse>;
}

enum Dispatch {
  RefreshSettings = 75,
  SaveSettings = 76,
  RichApiBatch = 93,
  CommandCompleted = 94,
}

const NOT_SUPPORTED = { Error: 5001, Version: 1 };
const PAYLOAD_TOO_LARGE = { Error: 5103, Version: 1 };
const LARGEST_PAYLOAD_BYTES = 5 * 1024 * 1024;
/** Places in a batch's `ArrayData`. */
const BODY = 4;
const FLAGS = 6;
const DELAY_FOR_CELL_EDIT = 64;

function isTooLarge(body: string): boolean {
  // A character takes three bytes at most.
  return body.length * 3 > LARGEST_PAYLOAD_BYTES && new TextEncoder().encode(body).length > LARGEST_PAYLOAD_BYTES;
}

async function answerBatch(handler: MethodCallHandler, arrayData: readonly unknown[]): Promise<object> {
  const body = String(arrayData[BODY]);
  if (isTooLarge(body)) {
    return PAYLOAD_TOO_LARGE;
  }
  const waitsForCellEdit = (Number(arrayData[FLAGS]) & DELAY_FOR_CELL_EDIT) !== 0;
  const response = await handler.runBatch(JSON.parse(body) as BatchRequest, waitsForCellEdit);
  return { ...SUCCESS, Data: [200, ['Content-Type', 'application/json'], JSON.stringify(response)] };
}

/** The answer to one call. */
export async function answerMethodCall(
  handler: MethodCallHandler,
  dispatchId: number,
  data: Record<string, unknown>,
): Promise<object> {
  switch (dispatchId) {
    case Dispatch.RichApiBatch:
      return answerBatch(handler, data.ArrayData as readonly unknown[]);
    case Dispatch.SaveSettings: {
      const { Properties } = data.DdaSettingsMethod as { Properties: SettingsList };
      handler.settings.replace(Properties);
      return SUCCESS;
    }
    case Dispatch.RefreshSettings: {
      const settings = handler.settings.list().map(([Name, Value]) => ({ Name, Value }));
      return { ...SUCCESS, Properties: { Settings: settings } };
    }
    case Dispatch.CommandCompleted:
      return SUCCESS;
    default:
      return NOT_SUPPORTED;
  }
}

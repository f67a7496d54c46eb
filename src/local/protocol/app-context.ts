/**
 * What the add-in is told about its host when it starts: the frame's name and the app context.
 */
import type { SettingsList } from './method-calls';

/** How the add-in's page is first shown. */
export enum DisplayMode {
  Hidden = 1,
  Taskpane = 2,
}

/** Who is being hosted, and where. */
export interface Conversation {
  readonly conversationId: string;
  readonly addinId: string;
  readonly addinName: string;
  readonly hostOrigin: string;
}

/** The version of ExcelApi that came with data types, in the results of functions as well (CustomFunctionsRuntime 1.4). */
const DATA_TYPES_LEVEL = 16;

/**
 * The requirement sets that this page declares. Unless it stands in for another version, `ExcelApi` is declared up to the one
 * whose members for workbooks, worksheets, ranges, tables, names, settings and their events are served here. Members of those
 * sets that draw otherwise than charts (shapes, pivot tables, conditional formats) are not: they answer `ApiNotFound` by name, as do those of
 * a later version that it is told to stand in for.
 *
 * @param apiLevel the minor version of ExcelApi; null: what is served
 */
export function requirementSets(apiLevel: number | null): Readonly<Record<string, string>> {
  return {
    ExcelApi: `1.${apiLevel ?? 9}`,
    SharedRuntime: '1.1',
    CustomFunctionsRuntime: apiLevel !== null && apiLevel < DATA_TYPES_LEVEL ? '1.3' : '1.4',
    /** Lets a batch wait until the user has left the cell (`delayForCellEdit`). */
    DelayForCellEdit: '1.1',
    /** Not a public set: it chooses how the custom-functions runtime encodes results. */
    CustomFunctions: '1.9',
  };
}

/** What the add-in is told of the document. */
export interface OpenedDocument {
  readonly settings: SettingsList;
  readonly isReadOnly: boolean;
  readonly apiLevel: number | null;
  /** The browser's, such as `de-DE`: the one of the menus and of what is typed. */
  readonly language: string;
}

const EXCEL_WEB_APP = 16;
const READ_ONLY = 0;
const READ_WRITE = 1;
/** Shared runtime (1) with custom functions (2). */
const HOST_FLAGS = 3;
const HOST_VERSION = '16.0.18000.0';

/** The value for `iframe.name`, from which Office.js learns its parent. */
export function frameName(conversation: Conversation): string {
  const { conversationId, addinId, hostOrigin } = conversation;
  return JSON.stringify({
    baseFrameName: `xdm_${conversationId}`,
    hostInfo: `Excel|Web|16.01|en-US|${conversationId}||disableLogging|${HOST_FLAGS}`,
    xdmInfo: `${conversationId}|${addinId}|${hostOrigin}`,
    serializerVersion: 1,
    flights: '[]',
  });
}

/** The answer to the first request of Office.js. All of these fields are needed, or `Office.onReady` never resolves. */
export function appContext(
  conversation: Conversation,
  displayMode: DisplayMode,
  { settings, isReadOnly, apiLevel, language }: OpenedDocument,
): object {
  return {
    _id: conversation.addinId,
    _appName: EXCEL_WEB_APP,
    _appVersion: '16.0',
    _appMinorVersion: 1,
    _appUILocale: language,
    _dataLocale: language,
    _docUrl: `${conversation.hostOrigin}/Book1.xlsx`,
    _clientMode: isReadOnly ? READ_ONLY : READ_WRITE,
    _settings: settings,
    _reason: 'documentOpened',
    _osfControlType: 0,
    _eToken: '',
    _correlationId: conversation.conversationId,
    _appInstanceId: conversation.conversationId,
    _requirementMatrix: JSON.stringify(requirementSets(apiLevel)),
    _hostFullVersion: HOST_VERSION,
    _addinName: conversation.addinName,
    _appDomains: [],
    _featureGates: {},
    _initialDisplayMode: displayMode,
  };
}

/**
 * How a shared workbook is named: in the page's address, and where the server relays its messages.
 */

/** Where the server that serves the page relays messages; the workbook's name follows. */
export const RELAY_PATH = '/share/';

/** What names of shared workbooks are made of. */
export const SHARE_NAME = /^[\w-]{1,64}$/;

/** The part of the page's address that names the shared workbook. */
export const SHARE_PARAMETER = 'share';

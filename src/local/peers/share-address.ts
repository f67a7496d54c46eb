/**
 * How a shared workbook is named: in the page's address, and where the server relays its messages.
 */

/** Where the server that serves the page relays messages; the workbook's name follows. */
export const RELAY_PATH = '/share/';

/** What names of shared workbooks, and the keys of their windows, are made of: so long that nobody guesses one. */
export const SHARE_NAME = /^[\w-]{22,64}$/;

/** The part of the page's address that names the shared workbook. */
export const SHARE_PARAMETER = 'share';

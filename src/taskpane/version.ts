/** The version that the pane shows: that of package.json and, with a fourth number, of the manifest (tested). */
export const VERSION = '1.0.0';

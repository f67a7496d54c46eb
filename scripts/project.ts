import path from 'node:path';

/** The folder that holds package.json. */
export const projectRoot = path.join(__dirname, '..');

/** Where the development build goes: the add-in for https://localhost:3000 and the local workbook. */
export const buildFolder = path.join(projectRoot, 'build');

/** Where `npm run build` puts the add-in for its server. */
export const distFolder = path.join(projectRoot, 'dist');

/** What may be thrown away at any time: certificate, unpacked browser, webpack's cache. `npm ci` empties it. */
export const cacheFolder = path.join(projectRoot, 'node_modules/.cache');

/** The origin that the manifest and the development build are written for. */
export const developmentOrigin = 'https://localhost:3000';
/** The example workbook, by its place in the project and among what is served: `npm start` opens it, and the pane offers it. */
export const EXAMPLE_FILE = 'assets/ai-spend-example.xlsx';

import { createRequire } from 'node:module';
import path from 'node:path';
import type { Certificate } from './certificate';
import { UserError } from './command';
import { buildFolder, projectRoot } from './project';

const PACKAGE = 'office-addin-debugging';

/** The manifest that Excel on this machine is given. */
const MANIFEST = path.join(buildFolder, 'manifest.xml');

/** What is used of Microsoft's office-addin-debugging. Its command line ends with code 0 even when it failed; its functions throw. */
interface OfficeAddinDebugging {
  startDebugging(manifest: string, options: { appType: 'desktop'; app: 'excel' }): Promise<void>;
  stopDebugging(manifest: string): Promise<void>;
}

/** What is used of Microsoft's office-addin-dev-certs, which comes with it. */
interface OfficeAddinDevCerts {
  getHttpsServerOptions(): Promise<{ key: Buffer; cert: Buffer }>;
}

/** Excel on this machine. */
export interface LocalExcel {
  /** A key for https://localhost that this machine trusts; asks the user the first time. */
  trustedCertificate(): Promise<Certificate>;
  /** Opens Excel with the add-in. */
  start(): Promise<void>;
  /** Takes the add-in out of Excel again. */
  stop(): Promise<void>;
}

/** Excel on this machine; says why if there is none to be reached. */
export function localExcel(): LocalExcel {
  if (process.platform !== 'win32' && process.platform !== 'darwin') {
    throw new UserError(
      'Excel can be started on Windows and macOS only. Here the local workbook stands in for it: npm start',
    );
  }
  const debugging = createRequire(locate());
  const { startDebugging, stopDebugging } = debugging(PACKAGE) as OfficeAddinDebugging;
  return {
    trustedCertificate: async () => {
      const certificates = debugging('office-addin-dev-certs') as OfficeAddinDevCerts;
      const { key, cert } = await certificates.getHttpsServerOptions();
      return { key: key.toString(), cert: cert.toString() };
    },
    start: () => startDebugging(MANIFEST, { appType: 'desktop', app: 'excel' }),
    stop: () => stopDebugging(MANIFEST),
  };
}

function locate(): string {
  try {
    return createRequire(path.join(projectRoot, 'package.json')).resolve(PACKAGE);
  } catch {
    throw new UserError(
      `The optional package ${PACKAGE} is not installed, because it could not be built here. Try: npm install --no-save ${PACKAGE}@7.0.0`,
    );
  }
}

import { createHash, X509Certificate } from 'node:crypto';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { generate } from 'selfsigned';
import { cacheFolder } from './project';

const FILE = path.join(cacheFolder, 'localhost-certificate.json');
const DAY_MS = 86_400_000;
const VALID_DAYS = 90;
const RENEW_BEFORE_DAYS = 7;

/** A key for https://localhost, known to nobody but this project's own browser profile. */
export interface Certificate {
  /** Private key, PEM. */
  readonly key: string;
  /** Self-signed certificate, PEM. */
  readonly cert: string;
}

/** The key for https://localhost: made once, kept beside the other caches, made anew before it expires. */
export async function localhostCertificate(): Promise<Certificate> {
  const kept = await readKept();
  return kept !== undefined && isStillGood(kept) ? kept : makeCertificate();
}

/** The fingerprint by which Chrome is told to trust this one key (`--ignore-certificate-errors-spki-list`). */
export function publicKeyFingerprint(certificate: Certificate): string {
  const publicKey = new X509Certificate(certificate.cert).publicKey.export({ type: 'spki', format: 'der' });
  return createHash('sha256').update(publicKey).digest('base64');
}

async function readKept(): Promise<Certificate | undefined> {
  try {
    return JSON.parse(await readFile(FILE, 'utf8')) as Certificate;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return undefined;
    }
    throw error;
  }
}

function isStillGood(certificate: Certificate): boolean {
  const expiry = Date.parse(new X509Certificate(certificate.cert).validTo);
  return expiry - Date.now() > RENEW_BEFORE_DAYS * DAY_MS;
}

async function makeCertificate(): Promise<Certificate> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keyType: 'ec',
    algorithm: 'sha256',
    notAfterDate: new Date(Date.now() + VALID_DAYS * DAY_MS),
    extensions: [
      { name: 'basicConstraints', cA: false },
      { name: 'keyUsage', digitalSignature: true },
      { name: 'extKeyUsage', serverAuth: true },
      {
        name: 'subjectAltName',
        altNames: [
          { type: 2, value: 'localhost' },
          { type: 7, ip: '127.0.0.1' },
        ],
      },
    ],
  });
  const certificate: Certificate = { key, cert };
  await mkdir(cacheFolder, { recursive: true });
  const unfinished = `${FILE}.${process.pid}`;
  await writeFile(unfinished, JSON.stringify(certificate), { mode: 0o600 });
  await rename(unfinished, FILE);
  return certificate;
}

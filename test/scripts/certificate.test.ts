import { X509Certificate } from 'node:crypto';
import { localhostCertificate, publicKeyFingerprint } from '../../scripts/certificate';

const WEEK_MS = 7 * 86_400_000;

describe('the key for https://localhost', () => {
  it('is for localhost alone, is no authority, and lasts at least a week more', async () => {
    const { cert } = await localhostCertificate();
    const read = new X509Certificate(cert);
    expect(read.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
    expect(read.ca).toBe(false);
    expect(Date.parse(read.validTo) - Date.now()).toBeGreaterThan(WEEK_MS);
  });

  it('is kept, so that a profile that trusts it goes on doing so', async () => {
    const [first, second] = [await localhostCertificate(), await localhostCertificate()];
    expect(publicKeyFingerprint(second)).toBe(publicKeyFingerprint(first));
    expect(publicKeyFingerprint(first)).toMatch(/^[A-Za-z0-9+/]{43}=$/);
  });
});

/** Ends what the global set-up started. */
export default async function globalTeardown(): Promise<void> {
  await globalThis.e2eBrowser?.close();
  await globalThis.e2eServer?.close();
}

export default async function tearDown() {
  const stop = globalThis.__mawasuStop;
  delete globalThis.__mawasuStop;
  await stop?.();
}

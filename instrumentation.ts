/** Next calls this once per server start, before the first request: a console that cannot work does not start. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { prepareServer } = await import('@/lib/server/prepare')
  await prepareServer()
  const { startImportWorker } = await import('@/lib/server/value-import-worker')
  startImportWorker()
}

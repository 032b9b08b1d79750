import { type AddressInfo, createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { createAdaptorServer } from '@hono/node-server'
import { sandboxApp } from './app'
import { openDatabase } from './db/open-database'
import { insertDemoData } from './demo/insert-demo-data'
import { openRequestQueue } from './request-queue'
import type { Settings } from './settings'
import { openTokens } from './token'

export type Sandbox = {
  /** Where it listens, without a slash at the end. */
  url: string
  /** Lets calls in hand end, stops the queue after the request in hand, closes the database. */
  close: () => Promise<void>
}

/**
 * Starts the sandbox: lock, database with migrations and demo data, queue, server.
 * @param onError told of every fault of our own: a call answered GLOBAL_1001, a request that ended INTERNAL_ERROR
 * @throws FolderInUseError, or the system's error with code EADDRINUSE
 */
export async function startSandbox(settings: Settings, onError: (error: unknown) => void): Promise<Sandbox> {
  const folder = join(settings.dataDir, 'sandbox')
  const undo: (() => unknown)[] = []
  const close = async () => {
    for (const step of undo.splice(0).reverse()) await step()
  }
  try {
    // Asked beforehand, because a database is opened in seconds and a port is refused at once.
    await closeServer(await listen(createServer(), settings.port))
    const { db, close: closeDatabase } = await openDatabase(folder)
    undo.push(closeDatabase)
    await insertDemoData(db)
    const tokens = await openTokens(db, settings.tokenLifetimeMs)
    const queue = openRequestQueue(db, settings.delayMs, onError)
    undo.push(queue.stop)
    const app = sandboxApp({ db, queue, tokens, faults: settings.faults, onError })
    const server = await listen(createAdaptorServer({ fetch: app.fetch }), settings.port)
    undo.push(() => closeServer(server))
    return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close }
  } catch (error) {
    await close()
    throw error
  }
}

/** @throws the system's error, with code EADDRINUSE when somebody else listens there */
function listen<T extends Pick<Server, 'listen' | 'once'>>(server: T, port: number): Promise<T> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve(server))
  })
}

/** Longest that a call in hand keeps the process alive, in milliseconds. A fault may keep one for ever. */
const lastCallsMs = 2000

function closeServer(server: Server | ReturnType<typeof createAdaptorServer>): Promise<void> {
  return new Promise((resolve) => {
    const impatience = setTimeout(() => 'closeAllConnections' in server && server.closeAllConnections(), lastCallsMs)
    server.close(() => {
      clearTimeout(impatience)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

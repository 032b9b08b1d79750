import { type ChildProcess, spawn } from 'node:child_process'
import { createWriteStream, type WriteStream } from 'node:fs'
import { connect } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/** A process that the launcher started: it leaves with the launcher. */
export type Child = { name: string; process: ChildProcess; logFile: string; lastLines: () => string }

/** Lines of a process that are shown when it fails to start, and characters kept of what it prints. */
const shownLines = 5
const keptCharacters = 4_000

/** The module that ends a process with its parent. */
export const leaveWithParent = new URL('./leave-with-parent.mjs', import.meta.url).href

/**
 * Starts a Node process.
 * @param args node's own arguments and the script's
 * @param logFile takes what the process prints, appended
 */
export function startChild(name: string, args: string[], variables: Record<string, string>, logFile: string): Child {
  const output: WriteStream = createWriteStream(logFile, { flags: 'a', mode: 0o600 })
  const child = spawn(process.execPath, ['--import', leaveWithParent, ...args], {
    env: { ...process.env, ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.pipe(output, { end: false })
    stream?.on('data', (chunk: Buffer) => {
      printed = (printed + chunk).slice(-keptCharacters)
    })
  }
  const lastLines = () => printed.trim().split('\n').slice(-shownLines).join('\n')
  return { name, process: child, logFile, lastLines }
}

/** Resolves when the process has ended, with a sentence on how. */
export function ended({ name, process: child }: Child): Promise<string> {
  return new Promise((resolve) => {
    child.once('exit', (code, signal) => resolve(`${name} ended ${signal ? `by ${signal}` : `with status ${code}`}`))
  })
}

/** Asks the process to end, and makes it after five seconds. */
export async function stopChild(child: Child): Promise<void> {
  if (child.process.exitCode !== null || child.process.signalCode !== null) return
  const gone = ended(child)
  child.process.kill('SIGTERM')
  const timer = setTimeout(() => child.process.kill('SIGKILL'), 5_000)
  await gone
  clearTimeout(timer)
}

/**
 * Waits until a URL answers as it should.
 * @param isReady tells from the HTTP status whether it does
 * @throws Error when the process ends first, or after `timeoutMs`
 */
export async function waitFor(child: Child, url: string, isReady: (status: number) => boolean, timeoutMs = 60_000) {
  let gone: string | undefined
  void ended(child).then((how) => {
    gone = how
  })
  for (const deadline = Date.now() + timeoutMs; Date.now() < deadline; await delay(100)) {
    if (gone) throw new Error(`${child.lastLines()}\n${gone} before it was ready; see ${child.logFile}`)
    const status = await statusOf(url)
    if (status !== undefined && isReady(status)) return
  }
  throw new Error(`${child.name} was not ready after ${timeoutMs / 1000} s; see ${child.logFile}`)
}

/** The status that a URL answers with, or undefined while nothing answers. */
async function statusOf(url: string): Promise<number | undefined> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000) })
    // Read to its end: a cancelled answer closes a connection that the next call may have been given already.
    await response.arrayBuffer()
    return response.status
  } catch {
    return undefined
  }
}

/** Whether something listens on a port of the loopback interface. */
export function isTaken(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

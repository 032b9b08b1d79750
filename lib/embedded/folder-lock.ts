import { randomUUID } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folder is used by a living process. */
export class FolderInUseError extends Error {}

/**
 * Takes a folder for this process alone: two processes on one embedded database destroy it. The lock of a process that was killed is
 * taken over.
 * @returns gives the folder back
 * @throws FolderInUseError when another process that lives holds it
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true })
  const lock = join(folder, 'process.lock')
  const mine = join(folder, `process.lock.${randomUUID()}`)
  const holder = JSON.stringify({ pid: process.pid, started: startOf(process.pid) })
  writeFileSync(mine, holder)
  try {
    // A link appears with its content or not at all, so nobody ever reads a lock that is half written.
    if (!linked(mine, lock)) {
      const other = readHolder(lock)
      if (other && lives(other)) {
        throw new FolderInUseError(`${folder} is in use by process ${other.pid}: stop it, or choose another DATA_DIR`)
      }
      rmSync(lock, { force: true })
      if (!linked(mine, lock)) throw new FolderInUseError(`${folder} is being taken by another process`)
    }
  } finally {
    rmSync(mine, { force: true })
  }
  return () => {
    if (read(lock) === holder) rmSync(lock, { force: true })
  }
}

type Holder = { pid: number; started: string }

function linked(existing: string, path: string): boolean {
  try {
    linkSync(existing, path)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

function readHolder(lock: string): Holder | undefined {
  try {
    const { pid, started } = JSON.parse(read(lock) ?? '')
    return Number.isInteger(pid) && pid > 0 ? { pid, started: String(started) } : undefined
  } catch {
    return undefined
  }
}

function lives({ pid, started }: Holder): boolean {
  try {
    process.kill(pid, 0)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
  }
  // One that was killed and whose parent has not taken note of it is dead all the same.
  if (isZombie(pid)) return false
  // A number is given again, in a container nearly always to the same program: it is the same process
  // only if it began at the same time. Where that cannot be told it is taken for the same: better refuse a start than share a database.
  const start = startOf(pid)
  return start === '' || start === started
}

/** Whether Linux tells that a process has ended and only waits for its parent to take note. */
function isZombie(pid: number): boolean {
  const stat = read(`/proc/${pid}/stat`) ?? ''
  return /^[ZX]/.test(stat.slice(stat.lastIndexOf(')') + 2))
}

/** When a process began, as Linux tells it (boot and clock ticks since); "" where nobody tells. */
function startOf(pid: number): string {
  const stat = read(`/proc/${pid}/stat`)
  if (!stat) return ''
  // The second field is the program's name in brackets, which may hold anything; the 22nd is the start.
  const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  return `${read('/proc/sys/kernel/random/boot_id')?.trim() ?? ''} ${ticks}`
}

function read(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}

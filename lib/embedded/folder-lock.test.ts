import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderInUseError, lockFolder } from './folder-lock'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'lock-test-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const lock = () => join(folder, 'process.lock')

describe('the lock of a folder', () => {
  it('is held by one, and free again when that one gives it back', () => {
    const release = lockFolder(folder)
    expect(() => lockFolder(folder)).toThrow(FolderInUseError)
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`)
    release()
    expect(readdirSync(folder)).toEqual([])
    lockFolder(folder)()
  })

  it('of a process that is gone is taken over', () => {
    // The largest number that Linux gives a process is 4,194,304.
    for (const left of [JSON.stringify({ pid: 4_194_305, started: '' }), '', '{', '{"pid":"x"}', '{"pid":-1}']) {
      writeFileSync(lock(), left)
      const release = lockFolder(folder)
      expect(JSON.parse(readFileSync(lock(), 'utf8')).pid).toBe(process.pid)
      release()
    }
  })

  it.runIf(process.platform === 'linux')('of a process whose number was given again is taken over', () => {
    writeFileSync(lock(), JSON.stringify({ pid: process.pid, started: 'another boot 5' }))
    lockFolder(folder)()
    expect(readdirSync(folder)).toEqual([])
  })

  it('that somebody else took meanwhile is not given back', () => {
    const release = lockFolder(folder)
    writeFileSync(lock(), 'theirs')
    release()
    expect(readFileSync(lock(), 'utf8')).toBe('theirs')
  })
})

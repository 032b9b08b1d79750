import { rmSync } from 'node:fs'
import type { Settings } from '@/lib/sandbox/settings'
import { type Sandbox, startSandbox } from '@/lib/sandbox/start'
import { makeDataDir } from './data-dir'
import { client, type SandboxClient } from './sandbox-client'

/** A sandbox in this process, on a port of its own and in a folder that goes with it. */
export type SandboxUnderTest = {
  /** Speaks to the sandbox, before and after a restart; tokens stay good. */
  readonly client: SandboxClient
  /** Errors that the sandbox told of: a test that expects none looks here. */
  readonly errors: unknown[]
  /** Stops it and starts it on the same folder with other settings. */
  restart: (settings?: Partial<Settings>) => Promise<void>
  remove: () => Promise<void>
}

/** Starts one. Unless told otherwise a request is applied at once and the faults door is open. */
export async function startSandboxUnderTest(settings: Partial<Settings> = {}): Promise<SandboxUnderTest> {
  const dataDir = await makeDataDir()
  const errors: unknown[] = []
  const start = (changed: Partial<Settings>): Promise<Sandbox> =>
    startSandbox({ port: 0, dataDir, delayMs: 0, tokenLifetimeMs: 3_600_000, faults: true, ...changed }, (error) =>
      errors.push(error),
    )
  let running = await start(settings)
  return {
    client: client(() => running.url),
    errors,
    restart: async (changed = {}) => {
      await running.close()
      running = await start(changed)
    },
    remove: async () => {
      await running.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

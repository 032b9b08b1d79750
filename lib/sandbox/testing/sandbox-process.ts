import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { until } from './sandbox-client'

/** A sandbox as the process that users start. */
export type SandboxProcess = {
  /** Where it listens, once `listening` has come. */
  readonly url: string
  /** Resolves with its first line when it listens. @throws when it ends before */
  listening: Promise<string>
  /** Everything that it wrote, both streams. */
  output: () => string
  /** Sends a signal and waits for the end. @returns the exit code, null where a signal ended it */
  end: (signal: NodeJS.Signals) => Promise<number | null>
  /** @returns the exit code of a process that ends by itself */
  ended: Promise<number | null>
}

/** Every process of this test file that may still live. */
const living = new Set<ChildProcess>()

/** Ends what a failed test left behind. */
export function killLeftProcesses(): void {
  for (const child of living) child.kill('SIGKILL')
}

/** Starts one, on a port that the system chooses unless the environment says otherwise. */
export function startSandboxProcess(environment: Record<string, string>): SandboxProcess {
  const child = spawn(process.execPath, ['--import', 'tsx', 'lib/sandbox/main.ts'], {
    env: { ...process.env, SANDBOX_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  living.add(child)
  let output = ''
  const collect = (chunk: Buffer) => {
    output += chunk
  }
  child.stdout.on('data', collect)
  child.stderr.on('data', collect)
  const ended = once(child, 'close').then(([code]) => {
    living.delete(child)
    return code as number | null
  })
  const urlOf = () => /^Sandbox: (http:\S+)$/m.exec(output)?.[1]
  const listening = until(async () => {
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before it listened: ${output}`)
    return urlOf()
  }, 60_000)
  // A test that expects the process to end does not wait for it to listen.
  listening.catch(() => {})
  return {
    get url() {
      return urlOf() ?? 'http://127.0.0.1:1'
    },
    listening,
    output: () => output,
    end: (signal) => {
      child.kill(signal)
      return ended
    },
    ended,
  }
}

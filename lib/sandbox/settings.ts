/** What the environment says of the sandbox. */
export type Settings = {
  /** Port on 127.0.0.1; 0 lets the system choose. */
  port: number
  /** Folder of embedded databases; the sandbox keeps to the folder `sandbox` in it. */
  dataDir: string
  /** How long a request stays OPEN, in milliseconds. */
  delayMs: number
  /** How long a token is good for, in milliseconds. */
  tokenLifetimeMs: number
  /** Whether the door for faults is open. */
  faults: boolean
}

/** An environment that the sandbox cannot start with; the message names the variable. */
export class SettingsError extends Error {}

const hourMs = 60 * 60 * 1000
const dayMs = 24 * hourMs

/**
 * Reads the environment, once at start.
 * @throws SettingsError naming the first variable that is malformed
 */
export function readSettings(environment: Record<string, string | undefined>): Settings {
  return {
    port: wholeNumber(environment, 'SANDBOX_PORT', 4010, 0, 65_535),
    dataDir: environment.DATA_DIR?.trim() || '.data',
    delayMs: wholeNumber(environment, 'SANDBOX_DELAY_MS', 800, 0, dayMs),
    tokenLifetimeMs: wholeNumber(environment, 'SANDBOX_TOKEN_LIFETIME_MS', hourMs, 1, 365 * dayMs),
    faults: flag(environment, 'SANDBOX_FAULTS'),
  }
}

type Environment = Record<string, string | undefined>

function wholeNumber(environment: Environment, name: string, fallback: number, min: number, max: number): number {
  const text = environment[name]?.trim()
  if (!text) return fallback
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN
  if (number >= min && number <= max) return number
  throw new SettingsError(`${name} must be a whole number from ${min} to ${max}, is "${text}"`)
}

function flag(environment: Environment, name: string): boolean {
  const text = environment[name]?.trim()
  if (!text || text === '0') return false
  if (text === '1') return true
  throw new SettingsError(`${name} must be 1 or 0, is "${text}"`)
}

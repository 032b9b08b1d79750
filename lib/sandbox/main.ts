import { FolderInUseError } from '@/lib/embedded/folder-lock'
import { readSettings, SettingsError } from './settings'
import { startSandbox } from './start'

/** The sandbox as a process of its own. One line when it listens, one line when it cannot start. */
async function main(): Promise<void> {
  const settings = readSettings(process.env)
  const sandbox = await startSandbox(settings, (error) => console.error('Sandbox:', causeOf(error)))
  console.log(`Sandbox: ${sandbox.url}`)
  const stop = () => {
    sandbox.close().then(
      () => process.exit(0),
      (error) => {
        console.error('Sandbox: could not stop properly:', error)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
}

main().catch((error) => {
  console.error('Sandbox:', reasonOf(error))
  process.exit(1)
})

/** What the database said, without the query around it: its parameters are somebody's names and numbers, which no log needs. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? error.cause : error
}

/** One line for what a user can mend; the whole error for what he cannot. */
function reasonOf(error: unknown): unknown {
  if (error instanceof SettingsError || error instanceof FolderInUseError) return error.message
  const { code, port } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `port ${port} is in use: stop what listens there, or choose another SANDBOX_PORT`
  if (code === 'EACCES' && port !== undefined)
    return `port ${port} may not be used by this user: choose another SANDBOX_PORT`
  return error
}

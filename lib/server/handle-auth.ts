import 'server-only'
import { randomUUID } from 'node:crypto'
import { authFor } from '@/lib/auth/auth'
import { toNak } from '@/lib/contract/envelope'
import { log } from '@/lib/server/log'

/** The auth library's handler, with a fault of ours answered like anywhere else and a line in the log. */
export async function handleAuth(request: Request): Promise<Response> {
  const startedMs = performance.now()
  const requestId = randomUUID()
  const answer = await (async () => (await authFor(request.headers.get('host'))).handler(request))().catch(
    (err: unknown) => {
      log().error({ requestId, err }, 'unforeseen error')
      return Response.json(toNak('GLOBAL_1001'), { status: 500 })
    },
  )
  const { pathname } = new URL(request.url)
  const ms = Math.round(performance.now() - startedMs)
  log().info({ requestId, method: request.method, path: pathname, status: answer.status, ms })
  return answer
}

import { randomUUID } from 'node:crypto'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context, Next } from 'hono'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { codes, isCode } from '@/lib/contract/code'
import { answerAll, answerOne, answerWithoutEnvelope, Refused } from './answer'
import type { SandboxEnv } from './context'
import { type FaultOrder, isMeant, parseFaultOrder } from './fault-order'
import { readJson } from './read-json'

/** An order, how often it will still strike, and how often it has. */
type Fault = FaultOrder & { id: string; remaining: number; fired: number }

/** The faults on order, in the order of their arrival. They live in memory: a restart is free of them. */
export function openFaults() {
  let faults: Fault[] = []

  return {
    /** `POST /__faults` */
    order: async (c: Context) => {
      const parsed = parseFaultOrder(await readJson(c, 'GLOBAL_1002'))
      if (!parsed.ok) throw new Refused('GLOBAL_1002', parsed.problems)
      const fault = { ...parsed.value, id: randomUUID(), remaining: parsed.value.count, fired: 0 }
      faults.push(fault)
      return answerOne(c, fault)
    },
    /** `GET /__faults` */
    list: (c: Context) => answerAll(c, faults),
    /** `DELETE /__faults` */
    clear: (c: Context) => {
      faults = []
      return answerAll(c, [])
    },
    /** Lets the first fault that means this call strike, if there is one. */
    strike: async (c: Context<SandboxEnv>, next: Next): Promise<Response | undefined> => {
      const called = { method: c.req.method, path: c.req.path }
      const fault = faults.find((candidate) => candidate.remaining > 0 && isMeant(candidate, called))
      if (!fault) {
        await next()
        return
      }
      fault.remaining -= 1
      fault.fired += 1
      if (fault.fault === 'end') c.set('forcedStatus', fault.status)
      if (fault.fault === 'end' || fault.afterAccept) {
        await next()
        if (c.res.status !== 200) {
          // Refused: there was nothing to strike, so the fault waits for the next call.
          fault.remaining += 1
          fault.fired -= 1
          return
        }
        const answer = await answerOf(c, fault)
        if (!answer) return
        // Set twice: a context adds the headers of the answer that stands to the one that replaces it.
        c.res = undefined
        c.res = answer
        return
      }
      return (await answerOf(c, fault)) ?? void (await next())
    },
  }
}

/** What the caller gets instead of the answer; undefined where the answer is as it would be. */
async function answerOf(c: Context<SandboxEnv>, fault: Fault): Promise<Response | undefined> {
  switch (fault.fault) {
    case 'end':
      return undefined
    case 'delay':
      await pause(c, fault.ms)
      return undefined
    case 'hang':
      await pause(c, fault.ms)
      c.env.incoming.socket.destroy()
      return RESPONSE_ALREADY_SENT
    case 'reset':
      c.env.incoming.socket.resetAndDestroy()
      return RESPONSE_ALREADY_SENT
    case 'garbage':
      return new Response('<<< not JSON >>>', { headers: { 'content-type': 'application/json' } })
    case 'error500':
      return answerWithoutEnvelope(c, 500)
    case 'nak':
      return answerNak(fault)
  }
}

function answerNak({ code, errors, httpStatus }: Fault): Response {
  const known = isCode(code) ? codes[code] : undefined
  const nak = { errorCode: code, errorMessage: known?.message ?? '', content: '', pageable: '' }
  const status: ContentfulStatusCode | number = httpStatus ?? known?.sandbox ?? 400
  return Response.json(errors ? { ...nak, errors } : nak, { status })
}

/** Until `ms` milliseconds have gone by (absent: without an end), or the caller has left. */
function pause(c: Context<SandboxEnv>, ms: number | undefined): Promise<void> {
  return new Promise((resolve) => {
    const timer = ms === undefined ? undefined : setTimeout(resolve, ms)
    c.env.outgoing.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

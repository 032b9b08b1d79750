import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { type Context, Hono, type Next } from 'hono'
import { parseCreateCustomer } from '@/lib/contract/create-customer'
import { isUuid } from '@/lib/contract/element'
import { parse } from '@/lib/contract/parse'
import { parsePlansQuery } from '@/lib/contract/plan'
import { readPatch } from '@/lib/contract/read-patch'
import { tokenRequest } from '@/lib/contract/token'
import { answerAll, answerOne, answerPage, answerRefusal, answerWithoutEnvelope, Refused } from './answer'
import { childCustomers, readChildCustomersQuery } from './child-customers'
import type { SandboxEnv } from './context'
import { countries } from './countries'
import { detailsOf, elementsOf } from './customer-row'
import type { Database } from './db/open-database'
import { publicApiUser, request } from './db/schema'
import { readable, requireMayCreate, requireOwn, subCustomer } from './eligibility'
import { externalParamCalls } from './external-param-calls'
import { openFaults } from './faults'
import { hashPassword, isPassword } from './password'
import { plansOf } from './plans'
import { readJson } from './read-json'
import { openReceivedWrites } from './received-writes'
import type { RequestQueue } from './request-queue'
import { readSubscribersQuery, subscribersOf } from './subscribers'
import type { Tokens } from './token'

type Parts = { db: Database; queue: RequestQueue; tokens: Tokens; faults: boolean; onError: (error: unknown) => void }

/** The platform's calls. Every answer but those of an unknown path or method wears the envelope. */
export function sandboxApp({ db, queue, tokens, faults, onError }: Parts): Hono<SandboxEnv> {
  const app = new Hono<SandboxEnv>()
  type Call<Path extends string> = Context<SandboxEnv, Path>

  const requireToken = async (c: Context<SandboxEnv>, next: Next) => {
    const [, token] = /^Bearer +(\S+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    const requesterId = token && tokens.read(token)
    if (!requesterId) throw new Refused('AUTH_1001')
    c.set('requesterId', requesterId)
    await next()
  }

  app.onError((error, c) => {
    if (error instanceof Refused) return answerRefusal(c, error)
    onError(error)
    return answerRefusal(c, new Refused('GLOBAL_1001'))
  })
  app.notFound((c) => answerWithoutEnvelope(c, 404))

  if (faults) openDoor(app)

  // Made once, so that a user who does not exist takes as long as a wrong password.
  const nobody = hashPassword(randomUUID())

  const call = {
    token: async (c: Context<SandboxEnv>) => {
      const parsed = parse(tokenRequest, await readJson(c, 'GLOBAL_1002'))
      if (!parsed.ok) throw new Refused('GLOBAL_1002', parsed.problems)
      const { username, password } = parsed.value
      const [user] = await db
        .select()
        .from(publicApiUser)
        .where(eq(publicApiUser.username, username.trim().toLowerCase()))
      const right = await isPassword(password, user?.passwordHash ?? (await nobody))
      if (!user || !right) throw new Refused('AUTH_1001')
      return answerOne(c, { token: tokens.give(user.customerId), customerId: user.customerId })
    },

    create: async (c: Call<'/:id'>) => {
      const requesterId = c.get('requesterId')
      await requireMayCreate(db, requesterId, c.req.param('id'))
      const parsed = parseCreateCustomer(await readJson(c, 'GLOBAL_1002'))
      if (!parsed.ok) throw new Refused('GLOBAL_1002', parsed.problems)
      const id = randomUUID()
      const requestId = await queue.accept({
        kind: 'createCustomer',
        body: parsed.value,
        requesterId,
        subjectId: id,
        forcedStatus: c.get('forcedStatus'),
      })
      return answerOne(c, { requestId, id, customerid: id })
    },

    modify: async (c: Call<'/:id'>) => {
      const requesterId = c.get('requesterId')
      const row = await subCustomer(db, requesterId, c.req.param('id'))
      const parsed = readPatch(elementsOf(row), await readJson(c, 'CUSTOMER_1003'))
      if (!parsed.ok) throw new Refused('CUSTOMER_1003', parsed.problems)
      const requestId = await queue.accept({
        kind: 'modifyCustomer',
        body: parsed.value,
        requesterId,
        subjectId: row.id,
        forcedStatus: c.get('forcedStatus'),
      })
      return answerOne(c, { requestId })
    },

    details: async (c: Call<'/:id'>) =>
      answerOne(c, detailsOf(await readable(db, c.get('requesterId'), c.req.param('id')))),

    children: async (c: Call<'/:id'>) => {
      const requesterId = c.get('requesterId')
      requireOwn(requesterId, c.req.param('id'))
      const query = await readChildCustomersQuery(db, requesterId, searchOf(c))
      const { content, total } = await childCustomers(db, requesterId, query)
      return answerPage(c, content, { ...query, total })
    },

    subscribers: async (c: Call<'/:id'>) => {
      const owner = await readable(db, c.get('requesterId'), c.req.param('id'))
      const query = readSubscribersQuery(searchOf(c))
      const { content, total } = await subscribersOf(db, owner.id, query)
      return answerPage(c, content, { ...query, total })
    },

    plans: async (c: Call<'/:id'>) => {
      const requesterId = c.get('requesterId')
      requireOwn(requesterId, c.req.param('id'))
      const parsed = parsePlansQuery(searchOf(c))
      if (!parsed.ok) throw new Refused('GLOBAL_1002', parsed.problems)
      const { content, total } = await plansOf(db, requesterId, parsed.value)
      return answerPage(c, content, { ...parsed.value, total })
    },

    status: async (c: Call<'/:requestId'>) => {
      const requestId = c.req.param('requestId')
      const [asked] = isUuid(requestId)
        ? await db
            .select({ status: request.status })
            .from(request)
            .where(and(eq(request.id, requestId), eq(request.requesterId, c.get('requesterId'))))
        : []
      if (!asked) throw new Refused('GLOBAL_1003')
      return answerOne(c, asked)
    },

    countries: (c: Context) => answerAll(c, [...countries]),
  }

  app.post('/api/v2/auth/token', call.token)
  app.post('/api/v2/customer/:id', requireToken, call.create)
  app.patch('/api/v2/customer/:id', requireToken, call.modify)
  app.get('/api/v2/customer/:id', requireToken, call.details)
  app.get('/api/v2/customer/:id/child-customers', requireToken, call.children)
  app.get('/api/v2/customer/:id/subscriber', requireToken, call.subscribers)
  app.get('/api/v2/customer/:id/plan', requireToken, call.plans)
  const params = externalParamCalls({ db, queue })
  const configPath = '/api/v2/customer/:id/external-params-config'
  app.get(configPath, requireToken, params.definitions)
  app.post(`${configPath}/:entityOrConfigId`, requireToken, params.defineOrRedefine)
  app.delete(`${configPath}/:entityOrConfigId`, requireToken, params.deleteDefinition)
  const valuePath = '/api/v2/customer/:id/external-params'
  app.get(`${valuePath}/:entity/:entityId`, requireToken, params.values)
  app.post(`${valuePath}/:entity/:entityId`, requireToken, params.createValues)
  app.put(`${valuePath}/:paramId`, requireToken, params.modifyValue)
  app.delete(`${valuePath}/:paramId`, requireToken, params.deleteValues)
  app.get('/api/v2/global/call/:requestId', requireToken, call.status)
  app.get('/api/v2/global/country', requireToken, call.countries)
  for (const path of new Set(app.routes.filter(({ method }) => method !== 'ALL').map((route) => route.path))) {
    app.all(path, (c) => answerWithoutEnvelope(c, 405))
  }
  return app
}

/** The door for tests. Without SANDBOX_FAULTS its paths are unknown ones. */
function openDoor(app: Hono<SandboxEnv>): void {
  const faults = openFaults()
  const writes = openReceivedWrites()
  app.post('/__faults', faults.order)
  app.get('/__faults', faults.list)
  app.delete('/__faults', faults.clear)
  app.get('/__requests', writes.list)
  app.delete('/__requests', writes.clear)
  app.use('/api/*', writes.record, faults.strike)
}

/** The query string as an object: a text per name, an array where a name is given more than once. */
function searchOf(c: Context): Record<string, string | string[]> {
  const all = c.req.queries()
  return Object.fromEntries(
    Object.entries(all).map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}

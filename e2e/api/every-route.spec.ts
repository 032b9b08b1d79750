import { randomUUID } from 'node:crypto'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { routesOnDisk } from '@/e2e/fixtures/api-routes'
import { minimalBody } from '@/e2e/fixtures/customer-body'
import { expect, test } from '@/e2e/fixtures/test'

/** Who may call what, for every route that stands on disk: a route that nobody thought of here fails the first test. */

type Case = {
  /** The path as Liberty's super admin would call it with success. */
  path: (ids: { parent: string; child: string; requestId: string; key: string }) => string
  body?: () => object
  /** What a super admin of another parent gets for that very path; `own`: an answer about his own parent. */
  foreign: [status: number, code: string] | 'own'
  /** What a read-only user of the same parent gets. */
  readOnly: number
  /** What the super admin himself gets, where the path cannot succeed for him. */
  own?: number
}

const notFound: Case['foreign'] = [404, 'CUSTOMER_1002']
const foreignImport: Case['foreign'] = [404, 'GLOBAL_1003']

const cases: Record<string, Partial<Record<string, Case>>> = {
  'customer/[id]': {
    GET: { path: ({ child }) => `customer/${child}`, foreign: notFound, readOnly: 200 },
    POST: { path: ({ parent }) => `customer/${parent}`, body: minimalBody, foreign: notFound, readOnly: 403 },
    PATCH: {
      path: ({ child }) => `customer/${child}`,
      body: () => ({ vatRegistrationNumber: randomUUID() }),
      foreign: notFound,
      readOnly: 403,
    },
  },
  'customer/[id]/child-customers': {
    GET: { path: ({ parent }) => `customer/${parent}/child-customers`, foreign: notFound, readOnly: 200 },
  },
  'customer/[id]/subscriber': {
    GET: { path: ({ child }) => `customer/${child}/subscriber`, foreign: notFound, readOnly: 200 },
  },
  'customer/[id]/plan': {
    GET: { path: ({ parent }) => `customer/${parent}/plan`, foreign: notFound, readOnly: 200 },
  },
  'customer/[id]/external-params-config': {
    GET: { path: ({ parent }) => `customer/${parent}/external-params-config`, foreign: notFound, readOnly: 200 },
  },
  'customer/[id]/external-params-config/[entityOrConfigId]': {
    POST: {
      path: ({ parent }) => `customer/${parent}/external-params-config/plan`,
      body: () => ({ externalParamsConfig: [{ name: randomUUID() }] }),
      foreign: notFound,
      readOnly: 403,
    },
    DELETE: {
      path: ({ parent, key }) => `customer/${parent}/external-params-config/${key}`,
      foreign: notFound,
      readOnly: 403,
      own: 404,
    },
  },
  'customer/[id]/external-params/[entityOrParamId]/[entityId]': {
    GET: {
      path: ({ parent, child }) => `customer/${parent}/external-params/customer/${child}`,
      foreign: notFound,
      readOnly: 200,
    },
    POST: {
      path: ({ parent, child }) => `customer/${parent}/external-params/customer/${child}`,
      body: () => ({ externalParams: [{ extParamConfigId: randomUUID(), value: 'x' }] }),
      foreign: notFound,
      readOnly: 403,
      own: 422,
    },
  },
  'customer/[id]/external-params/[entityOrParamId]': {
    PUT: {
      path: ({ parent, key }) => `customer/${parent}/external-params/${key}`,
      body: () => ({ value: 'x' }),
      foreign: notFound,
      readOnly: 403,
      own: 404,
    },
    DELETE: {
      path: ({ parent, key }) => `customer/${parent}/external-params/${key}`,
      foreign: notFound,
      readOnly: 403,
      own: 404,
    },
  },
  'global/call/[id]': {
    GET: { path: ({ requestId }) => `global/call/${requestId}`, foreign: [404, 'GLOBAL_1003'], readOnly: 200 },
  },
  'global/country': { GET: { path: () => 'global/country', foreign: 'own', readOnly: 200 } },
  request: { GET: { path: () => 'request', foreign: 'own', readOnly: 200 } },
  'request/[id]': {
    GET: { path: ({ requestId }) => `request/${requestId}`, foreign: [404, 'GLOBAL_1003'], readOnly: 200 },
  },
  me: { GET: { path: () => 'me', foreign: 'own', readOnly: 200 } },
  'draft-key': { GET: { path: () => 'draft-key', foreign: 'own', readOnly: 403 } },
  security: { GET: { path: () => 'security', foreign: 'own', readOnly: 200 } },
  'security/decline': {
    // Liberty's policy leaves nothing to decline, so nobody's call succeeds here; the other policies are tested elsewhere.
    POST: { path: () => 'security/decline', foreign: 'own', readOnly: 403, own: 403 },
  },
  session: {
    GET: { path: () => 'session', foreign: 'own', readOnly: 200 },
    // Without a session beside it there is nothing to end, and nobody else's is touched.
    DELETE: { path: () => 'session', foreign: 'own', readOnly: 200 },
  },
  'session/[id]': {
    DELETE: { path: () => 'session/none', foreign: [404, 'GLOBAL_1003'], readOnly: 404, own: 404 },
  },
  'session/current': { GET: { path: () => 'session/current', foreign: 'own', readOnly: 200 } },
  'session/activity': { POST: { path: () => 'session/activity', foreign: 'own', readOnly: 200 } },
  audit: { GET: { path: () => 'audit', foreign: 'own', readOnly: 403 } },
  'customer/[id]/invitation': {
    GET: { path: ({ child }) => `customer/${child}/invitation`, foreign: notFound, readOnly: 403 },
    POST: {
      path: ({ child }) => `customer/${child}/invitation`,
      body: () => ({ contactId: randomUUID(), role: 'ROLE_USER' }),
      foreign: notFound,
      readOnly: 403,
      own: 422,
    },
  },
  'customer/[id]/invitation/[contactId]': {
    DELETE: {
      path: ({ child, key }) => `customer/${child}/invitation/${key}`,
      foreign: notFound,
      readOnly: 403,
      own: 404,
    },
  },
  'value-import': {
    GET: { path: () => 'value-import', foreign: 'own', readOnly: 200 },
    // The definition is nobody's: a foreign one is told in the same words.
    POST: {
      path: () => 'value-import',
      body: () => ({ id: randomUUID(), definitionId: randomUUID(), rowCount: 1 }),
      foreign: [422, 'CUSTOMER_1025'],
      readOnly: 403,
      own: 422,
    },
  },
  'value-import/resolve': {
    POST: {
      path: () => 'value-import/resolve',
      body: () => ({ customers: ['Nobody'] }),
      foreign: 'own',
      readOnly: 403,
    },
  },
  'value-import/[id]': { GET: { path: ({ key }) => `value-import/${key}`, foreign: foreignImport, readOnly: 200 } },
  'value-import/[id]/rows': {
    GET: { path: ({ key }) => `value-import/${key}/rows`, foreign: foreignImport, readOnly: 200 },
    POST: {
      path: ({ key }) => `value-import/${key}/rows`,
      body: () => ({ rows: [{ line: 1, customer: 'Nobody', value: 'x', fault: 'unknownCustomer' }] }),
      foreign: foreignImport,
      readOnly: 403,
    },
  },
  'value-import/[id]/start': {
    // Its row has not been sent.
    POST: { path: ({ key }) => `value-import/${key}/start`, foreign: foreignImport, readOnly: 403, own: 422 },
  },
  'value-import/[id]/pause': {
    POST: { path: ({ key }) => `value-import/${key}/pause`, foreign: foreignImport, readOnly: 403 },
  },
  'value-import/[id]/resume': {
    POST: { path: ({ key }) => `value-import/${key}/resume`, foreign: foreignImport, readOnly: 403 },
  },
  'submission/[key]': { GET: { path: ({ key }) => `submission/${key}`, foreign: 'own', readOnly: 200 } },
}

test('every route and method on disk has its row here, and no row is of a route that went', () => {
  const here = Object.entries(cases).flatMap(([route, methods]) =>
    Object.keys(methods).map((method) => `${method} ${route}`),
  )
  expect(routesOnDisk().sort()).toEqual(here.sort())
})

for (const [route, methods] of Object.entries(cases)) {
  for (const [method, row] of Object.entries(methods)) {
    if (!row) continue
    test(`${method} ${route} is for those who may`, async ({ api, apiAs, sandbox, instance }) => {
      const { customerId: parent } = await api.me()
      const key = randomUUID()
      const [made] = (
        await api.post<{ requestId: string }>(`/api/v2/customer/${parent}`, minimalBody(), { 'idempotency-key': key })
      ).content
      const [child] = await sandbox.children()
      const ids = { parent, child: child?.customerId ?? '', requestId: made?.requestId ?? '', key }
      if (route.startsWith('value-import/[id]')) await makeImport(api, parent, key)
      const path = `/api/v2/${row.path(ids)}`
      const send = (client: ApiClient, headers = {}) =>
        client.send(method, path, { headers, ...(row.body ? { body: row.body() } : {}) })
      const writesBefore = (await sandbox.writes()).length

      const stranger = await send(new ApiClient(instance.origin))
      expect([stranger.status, stranger.errorCode]).toEqual([401, 'AUTH_1001'])

      const challenged = await send(await apiAs('challenged'))
      expect([challenged.status, challenged.errorCode]).toEqual([401, 'AUTH_1001'])

      const foreigner = await apiAs('foreigner')
      const foreign = await send(foreigner)
      if (row.foreign === 'own') {
        expect(foreign.status).toBe(200)
        // Nothing of the other parent: neither its ids nor what it did.
        for (const secret of [parent, ids.child, ids.requestId]) expect(foreign.text).not.toContain(secret)
      } else {
        expect([foreign.status, foreign.errorCode]).toEqual(row.foreign)
      }

      const readOnly = await send(await apiAs('viewer'))
      expect(readOnly.status).toBe(row.readOnly)
      if (row.readOnly === 403) expect(readOnly.errorCode).toBe('AUTH_1003')

      if (method !== 'GET') {
        const crossSite = await send(api, { origin: 'https://evil.example' })
        expect([crossSite.status, crossSite.errorCode]).toEqual([403, 'AUTH_1003'])
      }
      expect((await sandbox.writes()).length, 'nobody of these wrote anything').toBe(writesBefore)

      expect((await send(api)).status).toBe(row.own ?? 200)
    })
  }
}

/** Makes an import of one row, which has not been sent. */
async function makeImport(api: ApiClient, parent: string, id: string): Promise<void> {
  const path = `/api/v2/customer/${parent}/external-params-config`
  const definitions = (await api.get<{ id: string; entityType: string }>(path)).content
  const definition = definitions.find(({ entityType }) => entityType === 'customer')
  const made = await api.post('/api/v2/value-import', { id, definitionId: definition?.id, rowCount: 1 })
  expect(made.status).toBe(200)
}

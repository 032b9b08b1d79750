import { randomUUID } from 'node:crypto'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { routesOnDisk } from '@/e2e/fixtures/api-routes'
import { BrowserLike } from '@/e2e/fixtures/browser-like'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { invitedPassword } from '@/e2e/fixtures/invited-password'
import { expect, test } from '@/e2e/fixtures/test'

/**
 * Who may call what by its role, written down a second time on purpose: a route that asks for too little is noticed, and one that nobody
 * gave a row fails the first test.
 */

const everybody = ['superAdmin', 'user', 'support', 'readOnly'] as const
type Role = (typeof everybody)[number]
const superAdmin: readonly Role[] = ['superAdmin']
const wireRoles: Record<Role, string> = {
  superAdmin: 'ROLE_SUPER_ADMIN',
  user: 'ROLE_USER',
  support: 'ROLE_SUPPORT',
  readOnly: 'ROLE_READ_ONLY',
}

const allowed: Record<string, readonly Role[]> = {
  'GET me': everybody,
  'GET customer/[id]': everybody,
  'POST customer/[id]': superAdmin,
  'PATCH customer/[id]': ['superAdmin', 'user'],
  'GET customer/[id]/child-customers': everybody,
  'GET customer/[id]/subscriber': everybody,
  'GET customer/[id]/plan': everybody,
  'GET customer/[id]/external-params-config': everybody,
  'POST customer/[id]/external-params-config/[entityOrConfigId]': ['superAdmin', 'user'],
  'DELETE customer/[id]/external-params-config/[entityOrConfigId]': ['superAdmin', 'user'],
  'GET customer/[id]/external-params/[entityOrParamId]/[entityId]': everybody,
  'POST customer/[id]/external-params/[entityOrParamId]/[entityId]': ['superAdmin', 'user'],
  'PUT customer/[id]/external-params/[entityOrParamId]': ['superAdmin', 'user'],
  'DELETE customer/[id]/external-params/[entityOrParamId]': ['superAdmin', 'user'],
  'GET customer/[id]/invitation': superAdmin,
  'POST customer/[id]/invitation': superAdmin,
  'DELETE customer/[id]/invitation/[contactId]': superAdmin,
  'GET global/call/[id]': everybody,
  'GET global/country': everybody,
  'GET request': everybody,
  'GET request/[id]': everybody,
  'GET submission/[key]': everybody,
  'GET audit': superAdmin,
  'GET value-import': everybody,
  'POST value-import': ['superAdmin', 'user'],
  'GET value-import/[id]': everybody,
  'POST value-import/[id]/pause': ['superAdmin', 'user'],
  'POST value-import/[id]/resume': ['superAdmin', 'user'],
  'GET value-import/[id]/rows': everybody,
  'POST value-import/[id]/rows': ['superAdmin', 'user'],
  'POST value-import/[id]/start': ['superAdmin', 'user'],
  'POST value-import/resolve': ['superAdmin', 'user'],
  'GET draft-key': ['superAdmin', 'user'],
  'GET security': everybody,
  'POST security/decline': everybody,
  'GET session': everybody,
  'DELETE session': everybody,
  'DELETE session/[id]': everybody,
  'GET session/current': everybody,
  'POST session/activity': everybody,
}

test('every route and method on disk has its row here, and no row is of a route that went', () => {
  expect(routesOnDisk().sort()).toEqual(Object.keys(allowed).sort())
})

test.describe('with a user of each role', () => {
  let instance: ConsoleUnderTest
  let clients: Record<Role, ApiClient>

  test.beforeAll(async () => {
    test.setTimeout(180_000)
    instance = await ConsoleUnderTest.start()
    // Concord: its policy leaves the second factor to the user, so that there is something to decline.
    const admin = await ApiClient.signIn(instance.origin, demoUsers.foreigner)
    const { customerId } = await admin.me()
    const added = await instance.whileStopped(() =>
      (['user', 'support', 'readOnly'] as const).map((role) => {
        const email = `${role.toLowerCase()}@concord.example`
        const user = ['--email', email, '--name', role, '--customer-id', customerId, '--role', wireRoles[role]]
        return { role, email, printed: instance.userCommand('add', ...user) }
      }),
    )
    clients = { superAdmin: admin, user: admin, support: admin, readOnly: admin }
    for (const { role, email, printed } of added) clients[role] = await firstSession(instance.origin, email, printed)
  })
  test.afterAll(() => instance?.stop())

  for (const [route, roles] of Object.entries(allowed)) {
    test(`${route} is for ${roles.join(', ')}`, async () => {
      const [method = '', path = ''] = route.split(' ')
      // Ids of nothing and a body without elements: whoever may is told so, and nothing is written.
      const call = `/api/v2/${path.replace(/\[\w+\]/g, () => randomUUID())}`
      for (const role of everybody) {
        const { status, errorCode } = await clients[role].send(method, call, method === 'GET' ? {} : { body: {} })
        if (roles.includes(role)) expect([401, 403], `${role}: ${status}`).not.toContain(status)
        else expect([status, errorCode], role).toEqual([403, 'AUTH_1003'])
      }
    })
  }

  test('each is told its own role', async () => {
    for (const role of everybody) expect((await clients[role].me()).role).toBe(wireRoles[role])
  })
})

/** Sets the password by the printed link and signs in. */
async function firstSession(origin: string, email: string, printed: string): Promise<ApiClient> {
  const token = new URL(/https?:\S+/.exec(printed)?.[0] ?? '').searchParams.get('token')
  const set = await new BrowserLike(origin).post('/api/auth/reset-password', { token, newPassword: invitedPassword })
  expect(set.status).toBe(200)
  return ApiClient.signIn(origin, email, invitedPassword)
}

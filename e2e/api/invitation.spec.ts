import { BrowserLike } from '@/e2e/fixtures/browser-like'
import type { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { invitedPassword as password } from '@/e2e/fixtures/invited-password'
import { type Eligible, invite, makeEligible, setPassword } from '@/e2e/fixtures/invited-user'
import { expect, test } from '@/e2e/fixtures/test'

/** Opens the link of the mail, sets a password and signs in. */
async function accept(instance: ConsoleUnderTest, eligible: Eligible): Promise<BrowserLike> {
  await setPassword(instance, eligible)
  const client = new BrowserLike(instance.origin)
  const credentials = { email: eligible.emailAddress, password, rememberMe: false }
  expect((await client.post('/api/auth/sign-in/email', credentials)).status).toBe(200)
  return client
}

test('an invited contact sees its own profile and nothing else', async ({ api, sandbox, instance }) => {
  const eligible = await makeEligible(sandbox)
  expect((await invite(api, eligible)).content).toEqual([
    { contactId: eligible.contactId, email: eligible.emailAddress, role: 'ROLE_USER', state: 'invited' },
  ])
  const client = await accept(instance, eligible)
  expect((await client.get(`/api/v2/customer/${eligible.customerId}`)).status).toBe(200)
  const parent = await sandbox.customerId()
  expect((await client.get(`/api/v2/customer/${parent}`)).status).toBe(404)
  const sibling = (await sandbox.children()).find(({ customerId }) => customerId !== eligible.customerId)
  expect((await client.get(`/api/v2/customer/${sibling?.customerId}`)).status).toBe(404)
  expect((await client.get(`/api/v2/customer/${eligible.customerId}/child-customers`)).status).toBe(403)
  expect((await client.get('/api/v2/request')).status).toBe(403)

  const path = `/api/v2/customer/${eligible.customerId}/invitation/${eligible.contactId}`
  expect((await api.send('DELETE', path)).status).toBe(200)
  expect((await client.get('/api/v2/me')).status).toBe(401)
  const refused = await client.post('/api/auth/sign-in/email', { email: eligible.emailAddress, password })
  expect([refused.status, refused.body.code]).toEqual([401, 'INVALID_EMAIL_OR_PASSWORD'])
})

test('only a contact with the role SELFCARE can be invited', async ({ api, sandbox }) => {
  const refused = await invite(api, await makeEligible(sandbox, { role: 'NONE' }))
  expect([refused.status, refused.errors[0]?.code]).toEqual([422, 'notSelfcare'])
})

test('within a minute a role set back ends its sessions, and a stricter policy asks for the proof', async ({
  api,
  sandbox,
  instance,
}) => {
  test.setTimeout(180_000)
  const [barred, challenged] = [await makeEligible(sandbox), await makeEligible(sandbox)]
  for (const eligible of [barred, challenged]) await invite(api, eligible)
  const [first, second] = [await accept(instance, barred), await accept(instance, challenged)]
  for (const client of [first, second]) expect((await client.get('/api/v2/me')).status).toBe(200)

  const patch = async (customerId: string, body: object) => {
    const response = await sandbox.send('PATCH', `/api/v2/customer/${customerId}`, body)
    const { content } = (await response.json()) as { content: { requestId: string }[] }
    expect(await sandbox.end(content[0]?.requestId ?? '')).toBe('SUCCESS')
  }
  await patch(barred.customerId, { contact: { id: barred.contactId, role: 'NONE' } })
  await patch(challenged.customerId, { mfaConfiguration: 'MANDATORY' })
  const statusOf = async (client: BrowserLike) => (await client.get('/api/v2/me')).status
  await expect.poll(() => statusOf(first), { timeout: 75_000 }).toBe(401)
  await expect.poll(() => statusOf(second), { timeout: 75_000 }).toBe(401)
  // The one is out; the other may enrol, which nobody without a session could.
  expect((await first.post('/api/auth/two-factor/enable', { password })).status).toBe(401)
  expect((await second.post('/api/auth/two-factor/enable', { password })).status).toBe(200)
})

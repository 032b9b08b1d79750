import { BrowserLike, type PlainAnswer } from '@/e2e/fixtures/browser-like'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { demoPassword as password } from '@/e2e/fixtures/demo-users'
import { test as base, expect } from '@/e2e/fixtures/test'
import { nextTotp, totp } from '@/e2e/fixtures/totp'

/** Factors and locks are kept, so each test has a console of its own. */
const test = base.extend<{ own: ConsoleUnderTest }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what a fixture needs from its pattern.
  own: async ({}, use) => {
    const own = await ConsoleUnderTest.start()
    await use(own)
    await own.stop()
  },
})
test.describe.configure({ timeout: 120_000 })

const citadel = 'admin@citadel.example'
const concord = 'admin@concord.example'
const liberty = 'admin@liberty.example'

const signIn = (client: BrowserLike, email: string, attempt = password) =>
  client.post('/api/auth/sign-in/email', { email, password: attempt, rememberMe: false })
const verify = (client: BrowserLike, code: string) => client.post('/api/auth/two-factor/verify-totp', { code })
const codeOf = ({ body }: PlainAnswer) => body.code

async function enrol(client: BrowserLike): Promise<{ key: string; recoveryCodes: string[] }> {
  const { body } = await client.post('/api/auth/two-factor/enable', { password })
  const key = new URL(String(body.totpURI)).searchParams.get('secret') ?? ''
  expect((await verify(client, totp(key))).status).toBe(200)
  return { key, recoveryCodes: body.backupCodes as string[] }
}

async function stepOf(client: BrowserLike): Promise<number> {
  return (await client.get('/api/v2/me')).status
}

test('MANDATORY: nothing answers before the enrolment, and the code is asked ever after', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  expect((await signIn(client, citadel)).status).toBe(200)
  expect(await stepOf(client)).toBe(401)
  const { key } = await enrol(client)
  expect(await stepOf(client)).toBe(200)
  const disabled = await client.post('/api/auth/two-factor/disable', { password })
  expect([disabled.status, codeOf(disabled)]).toEqual([403, 'POLICY_FORBIDS'])

  const later = new BrowserLike(own.origin)
  expect((await signIn(later, citadel)).body.twoFactorRedirect).toBe(true)
  expect(await stepOf(later)).toBe(401)
  expect((await verify(later, nextTotp(key))).status).toBe(200)
  expect(await stepOf(later)).toBe(200)
})

test('a code is taken once: its replay within the window is refused, by the same and by another session', async ({
  own,
}) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, citadel)
  const { key } = await enrol(client)
  const code = nextTotp(key)
  const [first, second] = [new BrowserLike(own.origin), new BrowserLike(own.origin)]
  for (const other of [first, second]) await signIn(other, citadel)
  expect((await verify(first, code)).status).toBe(200)
  const replay = await verify(second, code)
  expect([replay.status, codeOf(replay)]).toEqual([401, 'INVALID_CODE'])
  expect(await stepOf(second)).toBe(401)
})

test('a code of another time is refused', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, citadel)
  const { key } = await enrol(client)
  const other = new BrowserLike(own.origin)
  await signIn(other, citadel)
  expect((await verify(other, totp(key, Date.now() - 5 * 60_000))).status).toBe(401)
  expect(await stepOf(other)).toBe(401)
})

test('five wrong codes lock the account with the time left', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, citadel)
  const { key } = await enrol(client)
  const other = new BrowserLike(own.origin)
  await signIn(other, citadel)
  for (const code of ['000001', '000002', '000003', '000004', '000005'])
    expect((await verify(other, code)).status).toBe(401)
  // A new challenge does not give new attempts.
  await signIn(other, citadel)
  const locked = await verify(other, nextTotp(key))
  expect([locked.status, codeOf(locked)]).toEqual([429, 'LOCKED'])
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(locked.body.retryAfterSeconds).toBe(Number(locked.headers.get('retry-after')))
})

test('a recovery code is good once and never twice', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, citadel)
  const { recoveryCodes } = await enrol(client)
  expect(new Set(recoveryCodes).size).toBe(10)
  const use = async () => {
    const other = new BrowserLike(own.origin)
    await signIn(other, citadel)
    await other.post('/api/auth/two-factor/verify-backup-code', { code: recoveryCodes[0] })
    return stepOf(other)
  }
  expect(await use()).toBe(200)
  expect(await use()).toBe(401)
})

test('ENABLED: a factor may be taken, is asked then, and may be given up', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, concord)
  expect(await stepOf(client)).toBe(200)
  expect((await client.post('/api/v2/security/decline')).status).toBe(200)
  const { key } = await enrol(client)
  const other = new BrowserLike(own.origin)
  expect((await signIn(other, concord)).body.twoFactorRedirect).toBe(true)
  await verify(other, nextTotp(key))
  expect((await other.post('/api/auth/two-factor/disable', { password })).status).toBe(200)
  const last = new BrowserLike(own.origin)
  await signIn(last, concord)
  expect(await stepOf(last)).toBe(200)
})

test('DISABLED: no factor can be taken', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, liberty)
  const refused = await client.post('/api/auth/two-factor/enable', { password })
  expect([refused.status, codeOf(refused)]).toEqual([403, 'POLICY_FORBIDS'])
  const declined = await client.post('/api/v2/security/decline')
  expect(declined.status).toBe(403)
})

test('five wrong passwords lock; a stranger learns nothing of who exists', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  const answers = async (email: string) => {
    const all = []
    for (let attempt = 0; attempt < 7; attempt++) {
      const { status, body } = await signIn(client, email, `wrong-${attempt}`)
      all.push([status, body.code])
    }
    return all
  }
  const known = await answers(liberty)
  expect(known).toEqual([...Array(5).fill([401, 'INVALID_EMAIL_OR_PASSWORD']), ...Array(2).fill([429, 'LOCKED'])])
  expect(await answers('nobody@liberty.example')).toEqual(known)
})

test('the session that a sign-in leaves is a new one, whatever the browser brought', async ({ own }) => {
  const attacker = new BrowserLike(own.origin)
  await signIn(attacker, concord)
  const planted = attacker.cookieNamed('session_token')
  const victim = new BrowserLike(own.origin)
  victim.setCookie('selfcare.session_token', planted)
  await signIn(victim, liberty)
  expect(victim.cookieNamed('session_token')).not.toBe(planted)
  expect((await victim.get('/api/v2/me')).text).toContain(liberty)
  expect((await attacker.get('/api/v2/me')).text).not.toContain(liberty)
})

test('signing out ends the session on the server, not just in the browser', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, liberty)
  const kept = new BrowserLike(own.origin)
  kept.setCookie('selfcare.session_token', client.cookieNamed('session_token'))
  expect(await stepOf(kept)).toBe(200)
  await client.post('/api/auth/sign-out')
  expect(await stepOf(kept)).toBe(401)
})

test('the session never shows to a script, and its cookie goes nowhere else', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  const answer = await signIn(client, liberty)
  const token = client.cookieNamed('session_token')?.split('.')[0] ?? 'none'
  expect(answer.text).not.toContain(token)
  for (const header of answer.headers.getSetCookie()) {
    expect(header).toMatch(/; HttpOnly/i)
    expect(header).toMatch(/; SameSite=Lax/i)
    expect(header).toMatch(/; Path=\/(;|$)/i)
  }
})

test('the sessions of a user can be seen and ended, one and all others', async ({ own }) => {
  const clients = [new BrowserLike(own.origin), new BrowserLike(own.origin), new BrowserLike(own.origin)] as const
  for (const client of clients) await signIn(client, liberty)
  const { body } = await clients[0].get('/api/v2/session')
  const sessions = body.content as { id: string; isCurrent: boolean }[]
  expect(sessions.filter(({ isCurrent }) => isCurrent)).toHaveLength(1)
  expect(sessions).toHaveLength(3)
  const other = sessions.find(({ isCurrent }) => !isCurrent)?.id ?? ''
  expect((await clients[0].send('DELETE', `/api/v2/session/${other}`)).status).toBe(200)
  const left = [await stepOf(clients[1]), await stepOf(clients[2])]
  expect(left.sort()).toEqual([200, 401])
  expect((await clients[0].send('DELETE', '/api/v2/session')).status).toBe(200)
  expect([await stepOf(clients[0]), await stepOf(clients[1]), await stepOf(clients[2])]).toEqual([200, 401, 401])
})

test('everything is recorded for super admins of that customer, and for nobody else', async ({ own }) => {
  const client = new BrowserLike(own.origin)
  await signIn(client, liberty, 'wrong-password')
  await signIn(client, liberty)
  const kinds = async () => {
    const { body } = await client.get('/api/v2/audit')
    return (body.content as { kind: string; userEmail: string }[]).map(({ kind }) => kind)
  }
  await expect.poll(kinds).toEqual(['signIn', 'signInFailed'])
  const viewer = new BrowserLike(own.origin)
  await signIn(viewer, 'viewer@liberty.example')
  expect((await viewer.get('/api/v2/audit')).status).toBe(403)
  const foreigner = new BrowserLike(own.origin)
  await signIn(foreigner, concord)
  expect((await foreigner.get('/api/v2/audit')).text).not.toContain(liberty)
  const { body } = await client.get('/api/v2/audit?kind=signInFailed&user=ADMIN')
  expect((body.content as unknown[]).length).toBe(1)
})

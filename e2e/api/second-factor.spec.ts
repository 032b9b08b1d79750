import { randomUUID } from 'node:crypto'
import { BrowserLike, type PlainAnswer } from '@/e2e/fixtures/browser-like'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { invitedPassword as password } from '@/e2e/fixtures/invited-password'
import { makeUser } from '@/e2e/fixtures/invited-user'
import { expect, test } from '@/e2e/fixtures/test'
import { nextTotp, totp, unusedTotp } from '@/e2e/fixtures/totp'

/** Each test has a user of its own, in a customer of its own with the policy that it needs. */

const signIn = (client: BrowserLike, email: string, attempt = password) =>
  client.post('/api/auth/sign-in/email', { email, password: attempt, rememberMe: false })
const verify = (client: BrowserLike, code: string) => client.post('/api/auth/two-factor/verify-totp', { code })
const codeOf = ({ body }: PlainAnswer) => body.code

const keyOf = ({ body }: PlainAnswer) => new URL(String(body.totpURI)).searchParams.get('secret') ?? ''

async function enrol(client: BrowserLike, ownPassword = password): Promise<{ key: string; recoveryCodes: string[] }> {
  const answer = await client.post('/api/auth/two-factor/enable', { password: ownPassword })
  const key = keyOf(answer)
  expect((await verify(client, unusedTotp(key))).status).toBe(200)
  return { key, recoveryCodes: answer.body.backupCodes as string[] }
}

async function stepOf(client: BrowserLike): Promise<number> {
  return (await client.get('/api/v2/me')).status
}

test('MANDATORY: nothing answers before the enrolment, and the code is asked ever after', async ({
  api,
  sandbox,
  instance,
}) => {
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const client = new BrowserLike(instance.origin)
  expect((await signIn(client, user.emailAddress)).status).toBe(200)
  expect(await stepOf(client)).toBe(401)
  const { key } = await enrol(client)
  expect(await stepOf(client)).toBe(200)
  const disabled = await client.post('/api/auth/two-factor/disable', { password })
  expect([disabled.status, codeOf(disabled)]).toEqual([403, 'POLICY_FORBIDS'])

  const later = new BrowserLike(instance.origin)
  expect((await signIn(later, user.emailAddress)).body.twoFactorRedirect).toBe(true)
  expect(await stepOf(later)).toBe(401)
  expect((await verify(later, nextTotp(key))).status).toBe(200)
  expect(await stepOf(later)).toBe(200)
})

test('a code is taken once: its replay within the window is refused, by the same and by another session', async ({
  api,
  sandbox,
  instance,
}) => {
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const { key } = await enrol(client)
  const code = nextTotp(key)
  const [first, second] = [new BrowserLike(instance.origin), new BrowserLike(instance.origin)]
  for (const other of [first, second]) await signIn(other, user.emailAddress)
  expect((await verify(first, code)).status).toBe(200)
  const replay = await verify(second, code)
  expect([replay.status, codeOf(replay)]).toEqual([401, 'INVALID_CODE'])
  expect(await stepOf(second)).toBe(401)
})

test('a code of another time is refused', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const { key } = await enrol(client)
  const other = new BrowserLike(instance.origin)
  await signIn(other, user.emailAddress)
  expect((await verify(other, totp(key, Date.now() - 5 * 60_000))).status).toBe(401)
  expect(await stepOf(other)).toBe(401)
})

test('five wrong codes lock the account with the time left', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const { key } = await enrol(client)
  const other = new BrowserLike(instance.origin)
  await signIn(other, user.emailAddress)
  for (const code of ['000001', '000002', '000003', '000004', '000005'])
    expect((await verify(other, code)).status).toBe(401)
  // A new challenge does not give new attempts.
  await signIn(other, user.emailAddress)
  const locked = await verify(other, nextTotp(key))
  expect([locked.status, codeOf(locked)]).toEqual([429, 'LOCKED'])
  expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(locked.body.retryAfterSeconds).toBe(Number(locked.headers.get('retry-after')))
})

test('a recovery code is good once and never twice', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const { recoveryCodes } = await enrol(client)
  expect(new Set(recoveryCodes).size).toBe(10)
  const use = async () => {
    const other = new BrowserLike(instance.origin)
    await signIn(other, user.emailAddress)
    await other.post('/api/auth/two-factor/verify-backup-code', { code: recoveryCodes[0] })
    return stepOf(other)
  }
  expect(await use()).toBe(200)
  expect(await use()).toBe(401)
})

test('ENABLED: a factor may be taken, is asked then, and may be given up', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'ENABLED')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  expect(await stepOf(client)).toBe(200)
  expect((await client.post('/api/v2/security/decline')).status).toBe(200)
  const { key } = await enrol(client)
  const other = new BrowserLike(instance.origin)
  expect((await signIn(other, user.emailAddress)).body.twoFactorRedirect).toBe(true)
  await verify(other, nextTotp(key))
  expect((await other.post('/api/auth/two-factor/disable', { password })).status).toBe(200)
  const last = new BrowserLike(instance.origin)
  await signIn(last, user.emailAddress)
  expect(await stepOf(last)).toBe(200)
})

test('MANDATORY: the factor moves to a new authenticator, and the old one counts until the new one has shown a code', async ({
  api,
  sandbox,
  instance,
}) => {
  const user = await makeUser({ api, sandbox, instance }, 'MANDATORY')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const { key: oldKey, recoveryCodes } = await enrol(client)
  const signInWith = async (code: string) => {
    const other = new BrowserLike(instance.origin)
    await signIn(other, user.emailAddress)
    await verify(other, code)
    return stepOf(other)
  }
  const begin = (attempt = password) => client.post('/api/auth/two-factor/replace', { password: attempt })
  const complete = (code: string) => client.post('/api/auth/two-factor/verify-replacement', { code })

  const early = await complete('000000')
  expect([early.status, codeOf(early)]).toEqual([400, 'REPLACEMENT_ENDED'])
  const refused = await begin('wrong')
  expect([refused.status, codeOf(refused)]).toEqual([400, 'INVALID_PASSWORD'])
  const abandoned = keyOf(await begin())
  const begun = await begin()
  const newKey = keyOf(begun)
  expect(new Set([oldKey, abandoned, newKey]).size).toBe(3)
  expect(begun.text).not.toContain(recoveryCodes[0])
  for (const key of [oldKey, abandoned]) {
    const wrong = await complete(unusedTotp(key))
    expect([wrong.status, codeOf(wrong)]).toEqual([401, 'INVALID_CODE'])
  }
  expect(await signInWith(unusedTotp(oldKey)), 'the old one counts').toBe(200)

  const code = unusedTotp(newKey)
  expect((await complete(code)).status).toBe(200)
  const twice = await complete('111111')
  expect([twice.status, codeOf(twice)]).toEqual([400, 'REPLACEMENT_ENDED'])
  expect(await stepOf(client), 'the session goes on').toBe(200)
  expect(await signInWith(code), 'the first code is used up').toBe(401)
  expect(await signInWith(unusedTotp(newKey))).toBe(200)
  const late = new BrowserLike(instance.origin)
  await signIn(late, user.emailAddress)
  await late.post('/api/auth/two-factor/verify-backup-code', { code: recoveryCodes[0] })
  expect(await stepOf(late), 'recovery codes stay').toBe(200)
  const disabled = await client.post('/api/auth/two-factor/disable', { password })
  expect([disabled.status, codeOf(disabled)]).toEqual([403, 'POLICY_FORBIDS'])

  const mails = () => instance.mails().filter(({ to, subject }) => to === user.emailAddress && /replaced/.test(subject))
  await expect.poll(() => mails().length).toBe(1)
})

test('the old authenticator is worth nothing once it is replaced, and the record tells it', async ({ instance }) => {
  // One who can read the record. Nobody else's test lets him further than to his challenge.
  const email = demoUsers.challenged
  const client = new BrowserLike(instance.origin)
  await signIn(client, email, demoPassword)
  const { key: oldKey } = await enrol(client, demoPassword)
  const newKey = keyOf(await client.post('/api/auth/two-factor/replace', { password: demoPassword }))
  const code = unusedTotp(newKey)
  expect((await client.post('/api/auth/two-factor/verify-replacement', { code })).status).toBe(200)
  const other = new BrowserLike(instance.origin)
  await signIn(other, email, demoPassword)
  expect((await verify(other, unusedTotp(oldKey))).status).toBe(401)
  expect((await verify(other, unusedTotp(newKey))).status).toBe(200)
  const { body } = await other.get('/api/v2/audit?kind=factorReplaced')
  expect(body.content).toMatchObject([{ kind: 'factorReplaced', userEmail: email }])
})

test('nobody moves a factor that he has not, or that the policy has off', async ({ api, sandbox, instance }) => {
  for (const [policy, answer] of [
    ['ENABLED', [400, 'TOTP_NOT_ENABLED']],
    ['DISABLED', [403, 'POLICY_FORBIDS']],
  ] as const) {
    const user = await makeUser({ api, sandbox, instance }, policy)
    const client = new BrowserLike(instance.origin)
    await signIn(client, user.emailAddress)
    const refused = await client.post('/api/auth/two-factor/replace', { password })
    expect([refused.status, codeOf(refused)]).toEqual(answer)
  }
  const stranger = await new BrowserLike(instance.origin).post('/api/auth/two-factor/replace', { password })
  expect(stranger.status).toBe(401)
})

test('whoever changes something about the sign-in is told that the password was wrong, and that alone', async ({
  api,
  sandbox,
  instance,
}) => {
  const user = await makeUser({ api, sandbox, instance }, 'ENABLED')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const wrong = async (path: string, body: object = { password: 'wrong' }) => {
    const { status, body: answer } = await client.post(`/api/auth${path}`, body)
    return [status, answer.code]
  }
  const refusal = [400, 'INVALID_PASSWORD']
  expect(await wrong('/two-factor/enable')).toEqual(refusal)
  await enrol(client)
  for (const path of ['/two-factor/disable', '/two-factor/replace', '/two-factor/generate-backup-codes']) {
    expect(await wrong(path), path).toEqual(refusal)
  }
  const newPassword = 'A-brand-new-pass-9'
  expect(await wrong('/change-password', { currentPassword: 'wrong', newPassword })).toEqual(refusal)
})

test('DISABLED: no factor can be taken', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'DISABLED')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const refused = await client.post('/api/auth/two-factor/enable', { password })
  expect([refused.status, codeOf(refused)]).toEqual([403, 'POLICY_FORBIDS'])
  const declined = await client.post('/api/v2/security/decline')
  expect(declined.status).toBe(403)
})

test('five wrong passwords lock; a stranger learns nothing of who exists', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'DISABLED')
  const client = new BrowserLike(instance.origin)
  const answers = async (email: string) => {
    const all = []
    for (let attempt = 0; attempt < 7; attempt++) {
      const { status, body } = await signIn(client, email, `wrong-${attempt}`)
      all.push([status, body.code])
    }
    return all
  }
  const known = await answers(user.emailAddress)
  expect(known).toEqual([...Array(5).fill([401, 'INVALID_EMAIL_OR_PASSWORD']), ...Array(2).fill([429, 'LOCKED'])])
  expect(await answers(`${randomUUID()}@invited.example`)).toEqual(known)
})

test('the session that a sign-in leaves is a new one, whatever the browser brought', async ({
  api,
  sandbox,
  instance,
}) => {
  const [attacking, attacked] = [
    await makeUser({ api, sandbox, instance }, 'DISABLED'),
    await makeUser({ api, sandbox, instance }, 'DISABLED'),
  ]
  const attacker = new BrowserLike(instance.origin)
  await signIn(attacker, attacking.emailAddress)
  const planted = attacker.cookieNamed('session_token')
  const victim = new BrowserLike(instance.origin)
  victim.setCookie('selfcare.session_token', planted)
  await signIn(victim, attacked.emailAddress)
  expect(victim.cookieNamed('session_token')).not.toBe(planted)
  expect((await victim.get('/api/v2/me')).text).toContain(attacked.emailAddress)
  expect((await attacker.get('/api/v2/me')).text).not.toContain(attacked.emailAddress)
})

test('signing out ends the session on the server, not just in the browser', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'DISABLED')
  const client = new BrowserLike(instance.origin)
  await signIn(client, user.emailAddress)
  const kept = new BrowserLike(instance.origin)
  kept.setCookie('selfcare.session_token', client.cookieNamed('session_token'))
  expect(await stepOf(kept)).toBe(200)
  await client.post('/api/auth/sign-out')
  expect(await stepOf(kept)).toBe(401)
})

test('the session never shows to a script, and its cookie goes nowhere else', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'DISABLED')
  const client = new BrowserLike(instance.origin)
  const answer = await signIn(client, user.emailAddress)
  const token = client.cookieNamed('session_token')?.split('.')[0] ?? 'none'
  expect(answer.text).not.toContain(token)
  for (const header of answer.headers.getSetCookie()) {
    expect(header).toMatch(/; HttpOnly/i)
    expect(header).toMatch(/; SameSite=Lax/i)
    expect(header).toMatch(/; Path=\/(;|$)/i)
  }
})

test('the sessions of a user can be seen and ended, one and all others', async ({ api, sandbox, instance }) => {
  const user = await makeUser({ api, sandbox, instance }, 'DISABLED')
  const clients = [
    new BrowserLike(instance.origin),
    new BrowserLike(instance.origin),
    new BrowserLike(instance.origin),
  ] as const
  for (const client of clients) await signIn(client, user.emailAddress)
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

test('everything is recorded for super admins of that customer, and for nobody else', async ({
  api,
  apiAs,
  instance,
}) => {
  const client = new BrowserLike(instance.origin)
  await signIn(client, demoUsers.viewer, 'wrong-password')
  await signIn(client, demoUsers.viewer, demoPassword)
  const kinds = async (search: string) => {
    const { content } = await api.get<{ kind: string }>(`/api/v2/audit?user=VIEWER&${search}`)
    return content.map(({ kind }) => kind)
  }
  await expect.poll(async () => (await kinds('kind=signInFailed')).length).toBeGreaterThan(0)
  expect((await kinds('kind=signIn'))[0]).toBe('signIn')
  expect((await client.get('/api/v2/audit')).status).toBe(403)
  expect((await (await apiAs('foreigner')).get('/api/v2/audit')).text).not.toContain('liberty.example')
  expect((await kinds('from=2000-01-01&to=2000-01-02')).length).toBe(0)
})

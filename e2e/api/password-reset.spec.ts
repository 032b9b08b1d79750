import { BrowserLike } from '@/e2e/fixtures/browser-like'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { expect, test } from '@/e2e/fixtures/test'

const newPassword = 'A-brand-new-pass-9'

test('a reset link is good once, asks for a good password, and ends every session', async ({ instance }) => {
  const signedIn = new BrowserLike(instance.origin)
  const credentials = { email: demoUsers.levelFour, password: demoPassword, rememberMe: false }
  await signedIn.post('/api/auth/sign-in/email', credentials)
  const anybody = new BrowserLike(instance.origin)
  const ask = (email: string) => anybody.post('/api/auth/request-password-reset', { email })
  const known = await ask(demoUsers.levelFour)
  const unknown = await ask('nobody@summit.example')
  expect([unknown.status, unknown.text]).toEqual([known.status, known.text])

  const links = () => instance.mails().filter(({ to, subject }) => to === demoUsers.levelFour && /reset/i.test(subject))
  await expect.poll(() => links().length).toBe(1)
  expect(instance.mails().some(({ to }) => to.startsWith('nobody'))).toBe(false)
  const link = /https?:\S+/.exec(links()[0]?.text ?? '')?.[0] ?? ''
  expect(new URL(link).origin).toBe(instance.origin)
  const token = new URL(link).searchParams.get('token')
  const reset = (password: string) => anybody.post('/api/auth/reset-password', { token, newPassword: password })

  const weak = await reset('password')
  expect([weak.status, weak.body.code, weak.body.faults]).toEqual([400, 'PASSWORD_TOO_WEAK', ['tooShort', 'tooCommon']])
  expect((await signedIn.get('/api/v2/me')).status).toBe(200)
  expect((await reset(newPassword)).status).toBe(200)
  expect((await signedIn.get('/api/v2/me')).status).toBe(401)
  const again = await reset('Another-good-pass-9')
  expect([again.status, again.body.code]).toEqual([400, 'INVALID_TOKEN'])

  const signIn = (password: string) => anybody.post('/api/auth/sign-in/email', { ...credentials, password })
  expect((await signIn(demoPassword)).status).toBe(401)
  expect((await signIn(newPassword)).status).toBe(200)
  // Back to the demo's, for whoever comes after in this worker.
  const changed = await anybody.post('/api/auth/change-password', {
    currentPassword: newPassword,
    newPassword: demoPassword,
    revokeOtherSessions: true,
  })
  expect(changed.status).toBe(200)
  expect((await anybody.get('/api/v2/me')).status).toBe(200)
})

test('the link of a mail leads to the configured origin, whatever Host the request names', async ({ instance }) => {
  const before = instance.mails().length
  const response = await fetch(`${instance.origin}/api/auth/request-password-reset`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-host': 'evil.example' },
    body: JSON.stringify({ email: demoUsers.levelFour }),
  })
  expect(response.status).toBe(200)
  await expect.poll(() => instance.mails().length).toBe(before + 1)
  expect(instance.mails().at(-1)?.text).not.toContain('evil.example')
})

test('calls of the auth library that the console does not offer are not there', async ({ api }) => {
  for (const path of ['sign-up/email', 'update-user', 'delete-user', 'verify-password', 'two-factor/send-otp', 'ok']) {
    expect((await api.send('POST', `/api/auth/${path}`, { body: {} })).status, path).toBe(404)
  }
  for (const path of ['get-session', 'list-sessions', 'list-accounts']) {
    expect((await api.get(`/api/auth/${path}`)).status, path).toBe(405)
  }
})

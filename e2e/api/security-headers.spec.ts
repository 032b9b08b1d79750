import { request } from 'node:http'
import { ApiClient } from '@/e2e/fixtures/api-client'
import { minimalBody, uniqueName } from '@/e2e/fixtures/customer-body'
import { apiPassword, demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { expect, test } from '@/e2e/fixtures/test'

test('every answer forbids sniffing and framing, and says nothing of what serves it', async ({ api, instance }) => {
  for (const path of ['/sign-in', '/customers', '/api/v2/me', '/api/v2/nothing', '/api/health/live', '/nothing']) {
    const { headers } = await api.get(path)
    expect(headers.get('x-content-type-options'), path).toBe('nosniff')
    expect(headers.get('x-frame-options'), path).toBe('DENY')
    expect(headers.get('content-security-policy'), path).toContain("frame-ancestors 'none'")
    expect(headers.get('referrer-policy'), path).toBe('same-origin')
    expect(headers.get('x-powered-by'), path).toBeNull()
    expect(headers.get('server'), path).toBeNull()
  }
  expect(instance.origin).toMatch(/^http:\/\/127\.0\.0\.1/)
})

test('a page runs only scripts and styles with the nonce of its own answer', async ({ api }) => {
  const policyOf = async () => (await api.get('/customers')).headers.get('content-security-policy') ?? ''
  const first = await policyOf()
  const directive = (policy: string, name: string) =>
    policy
      .split(';')
      .map((part) => part.trim())
      .find((part) => part.startsWith(`${name} `)) ?? ''
  for (const name of ['script-src', 'style-src']) {
    expect(directive(first, name)).toMatch(/'nonce-[A-Za-z0-9+/=]{16,}'/)
    expect(directive(first, name)).not.toContain('unsafe')
  }
  expect(directive(first, 'default-src')).toBe("default-src 'self'")
  expect(directive(first, 'object-src')).toBe("object-src 'none'")
  expect(directive(first, 'base-uri')).toBe("base-uri 'none'")
  expect(directive(first, 'form-action')).toBe("form-action 'self'")
  expect(await policyOf(), 'a nonce is used once').not.toBe(first)
})

test('an answer of the API is kept by nobody, and shown it may load nothing', async ({ api }) => {
  for (const path of ['/api/v2/me', '/api/v2/nothing']) {
    const { headers } = await api.get(path)
    expect(headers.get('cache-control')).toContain('no-store')
    expect(headers.get('content-security-policy')).toContain("default-src 'none'")
    expect(headers.get('content-type')).toContain('application/json')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

/** The answer to a sign-in under a Host of our choice: fetch always sends its own. */
function cookiesUnder(origin: string, host: string): Promise<string[]> {
  const { hostname, port } = new URL(origin)
  const headers = { host, origin: `https://${host}`, 'content-type': 'application/json' }
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path: '/api/auth/sign-in/email', method: 'POST', headers }, (response) => {
      response.resume()
      response.on('end', () => resolve(response.headers['set-cookie'] ?? []))
    })
    sent.on('error', reject)
    sent.end(JSON.stringify({ email: demoUsers.admin, password: demoPassword, rememberMe: false }))
  })
}

test('the session’s cookie is out of reach of scripts and other sites, and of plain HTTP but on this machine', async ({
  instance,
}) => {
  const local = await cookiesUnder(instance.origin, new URL(instance.origin).host).then(
    (cookies) => cookies,
    () => [],
  )
  const remote = await cookiesUnder(instance.origin, 'console.example.com')
  expect(remote.length).toBeGreaterThan(0)
  for (const cookie of [...local, ...remote]) {
    expect(cookie).toMatch(/; *HttpOnly/i)
    expect(cookie).toMatch(/; *SameSite=(Lax|Strict)/i)
    expect(cookie).toMatch(/; *Path=\//i)
    expect(cookie).not.toMatch(/; *Domain=/i)
  }
  for (const cookie of remote) expect(cookie).toMatch(/; *Secure/i)
})

test('a wrong password and an unknown user are answered alike', async ({ instance }) => {
  const attempt = async (email: string, password: string) => {
    const answer = await new ApiClient(instance.origin).post('/api/auth/sign-in/email', { email, password })
    return { status: answer.status, text: answer.text, cookies: answer.headers.getSetCookie() }
  }
  const wrong = await attempt(demoUsers.admin, 'Wrong-password-1')
  expect(wrong.status).toBe(401)
  expect(wrong.cookies).toEqual([])
  expect(await attempt('nobody@liberty.example', demoPassword)).toEqual(wrong)
})

test('nobody signs himself up, and nobody changes who he is', async ({ api, instance }) => {
  const stranger = new ApiClient(instance.origin)
  const user = { email: `${uniqueName('x').replace(' ', '')}@example.com`, password: 'Password-1', name: 'X' }
  const { customerId } = await api.me()
  expect(
    (await stranger.post('/api/auth/sign-up/email', { ...user, customerId, role: 'ROLE_SUPER_ADMIN' })).status,
  ).toBe(404)
  const viewer = await ApiClient.signIn(instance.origin, demoUsers.viewer)
  const before = await viewer.me()
  expect((await viewer.post('/api/auth/update-user', { role: 'ROLE_SUPER_ADMIN' })).status).toBe(404)
  expect(await viewer.me()).toEqual(before)
})

test('a sign-in from a foreign Origin is refused', async ({ instance }) => {
  const answer = await new ApiClient(instance.origin).post(
    '/api/auth/sign-in/email',
    { email: demoUsers.admin, password: demoPassword },
    { origin: 'https://evil.example' },
  )
  expect(answer.status).toBe(403)
  expect(answer.headers.getSetCookie()).toEqual([])
})

test('no secret and nothing that was typed gets into a log', async ({ instance }) => {
  const api = await ApiClient.signIn(instance.origin, demoUsers.admin)
  const { customerId } = await api.me()
  const typed = minimalBody({ vatRegistrationNumber: 'SECRET-VAT-4711' })
  await api.post(`/api/v2/customer/${customerId}`, typed)
  await api.post(`/api/v2/customer/${customerId}`, { ...typed, currency: 'SECRET-CURRENCY' })
  await new ApiClient(instance.origin).post('/api/auth/sign-in/email', {
    email: 'secret.mail@liberty.example',
    password: 'Secret-password-1',
  })
  await api.send('POST', `/api/v2/customer/${customerId}`, { raw: '{"SECRET-JSON' })
  const log = instance.log()
  expect(log).toContain('/api/v2/customer/')
  const cookieValue = decodeURIComponent((api.cookie ?? '').split('=')[1] ?? '')
  expect(cookieValue.length).toBeGreaterThan(20)
  // The launcher prints the demo's password with its accounts, for the user to read; from there on it must not appear.
  const afterStart = log.replaceAll(/Demo accounts, password \S+/g, '')
  for (const secret of [
    cookieValue.split('.')[0] as string,
    demoPassword,
    apiPassword,
    'Secret-password-1',
    'secret.mail@liberty.example',
    'SECRET-VAT-4711',
    'SECRET-CURRENCY',
    'SECRET-JSON',
    typed.name,
    'Bearer ',
  ]) {
    expect(afterStart).not.toContain(secret)
  }
})

import { expect, test } from '@/e2e/fixtures/test'

test('the console is alive, and ready when its database and the platform answer', async ({ instance }) => {
  const live = await fetch(`${instance.origin}/api/health/live`)
  expect(live.status).toBe(200)
  expect(await live.json()).toEqual({ live: true })
  const ready = await fetch(`${instance.origin}/api/health/ready`)
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ ready: true, checks: { database: true, platform: true } })
})

test('a platform that does not answer makes the console unready, not dead', async ({ instance, sandbox }) => {
  await sandbox.fault({ method: 'GET', path: '/api/v2/global/country', fault: 'hang', count: 9 })
  const ready = await fetch(`${instance.origin}/api/health/ready`)
  expect(ready.status).toBe(503)
  expect(await ready.json()).toEqual({ ready: false, checks: { database: true, platform: false } })
  expect((await fetch(`${instance.origin}/api/health/live`)).status).toBe(200)
})

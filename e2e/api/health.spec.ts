import { expect, test } from '@/e2e/fixtures/test'

test('the console is alive, and ready when its database and the platform answer', async ({ instance }) => {
  const live = await fetch(`${instance.origin}/api/health/live`)
  expect(live.status).toBe(200)
  expect(await live.json()).toEqual({ live: true })
  const ready = await fetch(`${instance.origin}/api/health/ready`)
  expect(ready.status).toBe(200)
  expect(await ready.json()).toEqual({ ready: true, checks: { database: true, platform: true } })
})

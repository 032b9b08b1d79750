import { BrowserLike } from '@/e2e/fixtures/browser-like'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { demoUsers } from '@/e2e/fixtures/demo-users'
import { expect, test } from '@/e2e/fixtures/test'

/** A link that is so many minutes old: time passes by moving the moment at which it was made, not by moving anybody's clock. */
const ages = [
  { minutes: 29, answer: [200, undefined] },
  { minutes: 31, answer: [400, 'INVALID_TOKEN'] },
] as const

test('a reset link is good for half an hour, whoever made it', async () => {
  test.setTimeout(180_000)
  const instance = await ConsoleUnderTest.start()
  try {
    const anybody = new BrowserLike(instance.origin)
    const email = demoUsers.levelFour
    for (const sent of [1, 2]) {
      await anybody.post('/api/auth/request-password-reset', { email })
      await expect.poll(() => instance.mails().length).toBe(sent)
    }
    const tokens = { mailed: instance.mails().map(({ text }) => tokenOf(text)), printed: [] as string[] }
    await instance.whileStopped(async () => {
      for (const _ of ages) tokens.printed.push(tokenOf(instance.userCommand('reset-link', '--email', email)))
      for (const [index, { minutes }] of ages.entries()) {
        const earlier = 'set created_at = created_at - $2::interval, expires_at = expires_at - $2::interval'
        const made = [tokens.mailed[index], tokens.printed[index]].map((token) => `reset-password:${token}`)
        const statement = `update verification ${earlier} where identifier = any($1) returning id`
        expect(await instance.sql(statement, [made, `${minutes} minutes`])).toHaveLength(2)
      }
    })
    for (const [index, { minutes, answer }] of ages.entries()) {
      for (const [maker, made] of Object.entries(tokens)) {
        const reset = { token: made[index], newPassword: 'A-brand-new-pass-9' }
        const { status, body } = await anybody.post('/api/auth/reset-password', reset)
        expect([status, body.code], `${maker}, ${minutes} minutes old`).toEqual(answer)
      }
    }
  } finally {
    await instance.stop()
  }
})

function tokenOf(text: string): string {
  return new URL(/https?:\S+/.exec(text)?.[0] ?? '').searchParams.get('token') ?? ''
}

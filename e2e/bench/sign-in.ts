import { randomUUID } from 'node:crypto'
import { ConsoleUnderTest } from '@/e2e/fixtures/console-under-test'
import { demoPassword, demoUsers } from '@/e2e/fixtures/demo-users'
import { cell, quantile } from './figures'

/**
 * `npm run bench sign-in`: the time of a sign-in that is refused, for an address that nobody has against that of a user, in alternating calls
 * of one run. A ratio of 1 is what hides who exists.
 */

const pairs = 200
/** Wrong attempts at the user's account before a right one makes it forget them: the fifth would lock it. */
const beforeRight = 4

const instance = await ConsoleUnderTest.start({ LOG_LEVEL: 'warn' })
try {
  // The first calls pay for compilation and for connections.
  for (let call = 0; call < 20; call++) await timed(`${randomUUID()}@liberty.example`)
  const ms = { unknown: [] as number[], known: [] as number[] }
  for (let pair = 0; pair < pairs; pair++) {
    if (pair % beforeRight === 0) await signIn(demoUsers.admin, demoPassword)
    // Now the one first, now the other: what a call leaves to be done afterwards slows down the next.
    const order = Math.random() < 0.5 ? (['unknown', 'known'] as const) : (['known', 'unknown'] as const)
    for (const who of order) {
      ms[who].push(await timed(who === 'known' ? demoUsers.admin : `${randomUUID()}@liberty.example`))
    }
  }
  console.log(`${pairs} alternating pairs of refused sign-ins\n`)
  console.log(`${''.padEnd(24)}p25 ms      p50 ms      p75 ms`)
  for (const [who, values] of Object.entries(ms)) {
    console.log(who.padEnd(24) + [0.25, 0.5, 0.75].map((q) => cell(quantile(values, q))).join(''))
  }
  console.log(
    `\nunknown user / wrong password, medians: × ${(quantile(ms.unknown, 0.5) / quantile(ms.known, 0.5)).toFixed(3)}`,
  )
} finally {
  await instance.stop()
}

async function timed(email: string): Promise<number> {
  const started = performance.now()
  const status = await signIn(email, 'Wrong-password-1')
  const ended = performance.now()
  if (status !== 401) throw new Error(`a wrong password was answered ${status}`)
  return ended - started
}

/** From an address of its own each: a hundred failures would lock one. */
async function signIn(email: string, password: string): Promise<number> {
  const [a, b, c] = crypto.getRandomValues(new Uint8Array(3))
  const response = await fetch(`${instance.origin}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: instance.origin, 'x-forwarded-for': `10.${a}.${b}.${c}` },
    body: JSON.stringify({ email, password, rememberMe: false }),
  })
  await response.text()
  return response.status
}

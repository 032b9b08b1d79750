import { randomUUID } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { inTurn } from '@/lib/server/in-turn'

/** Work that lasts until it is told to end, and says that it has begun. */
function held(begun: string[], name: string) {
  let resolve: (value: string) => void = () => {}
  let reject: (error: Error) => void = () => {}
  const ended = new Promise<string>((...ends) => {
    ;[resolve, reject] = ends
  })
  const work = () => {
    begun.push(name)
    return ended
  }
  return { work, resolve, reject }
}

/** Until everything that can go on without us has gone on. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe('work about the same subject', () => {
  it('is done one after the other, in the order in which it came, and gives what it gives', async () => {
    const begun: string[] = []
    const subject = randomUUID()
    const works = ['a', 'b', 'c'].map((name) => held(begun, name))
    const given = works.map(({ work }) => inTurn(subject, work))
    for (const [index, { resolve }] of works.entries()) {
      await settled()
      expect(begun).toHaveLength(index + 1)
      resolve(`${index}`)
      expect(await given[index]).toBe(`${index}`)
    }
    expect(begun).toEqual(['a', 'b', 'c'])
  })

  it('goes on after an error, which only its own caller is told', async () => {
    const begun: string[] = []
    const subject = randomUUID()
    const [failing, next] = [held(begun, 'failing'), held(begun, 'next')]
    const given = [inTurn(subject, failing.work), inTurn(subject, next.work)]
    next.resolve('done')
    await settled()
    expect(begun).toEqual(['failing'])
    failing.reject(new Error('refused'))
    await expect(given[0]).rejects.toThrow('refused')
    expect(await given[1]).toBe('done')
  })

  it('does not wait for work about another', async () => {
    const begun: string[] = []
    const endless = held(begun, 'endless')
    const first = inTurn(randomUUID(), endless.work)
    expect(await inTurn(randomUUID(), async () => 'done')).toBe('done')
    endless.resolve('')
    await first
  })
})

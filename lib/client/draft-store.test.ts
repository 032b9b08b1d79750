import { randomBytes } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { DraftKey } from '@/lib/contract/draft-key'
import { toAck, toNak } from '@/lib/contract/envelope'
import type { DraftDrawer } from './draft-drawer'
import { type DraftSubject, draftLifeMs, draftStore } from './draft-store'

/** The console's part: hands the key to whoever `signedIn` is, or nothing when nobody is. */
const keys: Record<string, string> = {
  anna: randomBytes(32).toString('base64'),
  ben: randomBytes(32).toString('base64'),
}
let signedIn: string | undefined
let asked: (string | undefined)[] = []
/** Holds answers back until it is done. */
let held: Promise<void> | undefined

const server = createServer(async (request, response) => {
  asked.push(request.url)
  await held
  const answer: DraftKey | undefined = signedIn ? { key: keys[signedIn] ?? '', userId: signedIn } : undefined
  response.writeHead(answer ? 200 : 401, { 'content-type': 'application/json' })
  response.end(JSON.stringify(answer ? toAck([answer]) : toNak('AUTH_1001')))
})

/** Where Node's `fetch` looks for the origin of a path; a browser has that of its page. */
const originOfPaths = Symbol.for('undici.globalOrigin.1')

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  Reflect.set(globalThis, originOfPaths, new URL(`http://127.0.0.1:${port}`))
})
afterAll(() => {
  Reflect.deleteProperty(globalThis, originOfPaths)
  server.closeAllConnections()
  server.close()
})

const aMoment = () => new Promise<void>((resolve) => setImmediate(resolve))

/** A browser's drawer, with room for so many characters in one text. Of what is asked of it, each begins when the one before has ended. */
class Drawer implements DraftDrawer {
  readonly held = new Map<string, string>()
  room = Number.POSITIVE_INFINITY
  puts = 0
  #last: Promise<unknown> = Promise.resolve()

  get = (place: string) => this.#transact(() => this.held.get(place))

  put(place: string, text: string) {
    this.puts += 1
    return this.#transact(() => {
      if (text.length > this.room) throw new DOMException('full', 'QuotaExceededError')
      this.held.set(place, text)
    })
  }

  delete = (place: string, text: string) =>
    this.#transact(() => {
      if (this.held.get(place) === text) this.held.delete(place)
    })

  sweep = (isOver: (text: string) => boolean) =>
    this.#transact(() => {
      for (const [place, text] of this.held) if (isOver(text)) this.held.delete(place)
    })

  /** Waits for all that has been asked of it up to now. */
  async idle(): Promise<void> {
    await aMoment()
    await this.#last
  }

  #transact<Result>(work: () => Result): Promise<Result> {
    const working = this.#last.then(aMoment).then(work)
    this.#last = working.catch(() => {})
    return working
  }
}

const subject: DraftSubject = { userId: 'anna', form: 'customer', subjectId: 'c-1', version: 1 }
const draft = { name: 'Grüne Wiese 株 🚀', address: [{ city: 'Haifa' }], isPrimary: true }
const note = { seen: { name: 'before' } }

let drawer: Drawer
let nowMs: number

/** A store as a page that is opened now would have it. */
const open = (other: Partial<DraftSubject> = {}) => draftStore({ ...subject, ...other }, drawer, () => nowMs)

/** The one text in the drawer. */
function only(): [place: string, value: string] {
  expect(drawer.held.size).toBe(1)
  return [...drawer.held.entries()][0] as [string, string]
}

beforeEach(() => {
  drawer = new Drawer()
  nowMs = Date.UTC(2026, 0, 1)
  signedIn = 'anna'
  asked = []
  held = undefined
})

describe('a draft', () => {
  it('is found again as it was, with its time and its note', async () => {
    expect(await open().keep(draft, note)).toBe(true)
    const keptAt = new Date(nowMs)
    nowMs += 60_000
    expect(await open().find()).toEqual({ draft, note, keptAt })
  })

  it('is the last one that was kept', async () => {
    const store = open()
    await store.keep({ name: 'first' })
    await store.keep({ name: 'second' })
    only()
    expect(await open().find()).toMatchObject({ draft: { name: 'second' } })
  })

  it('stands in the drawer with nothing to be read but whose it is, its version and its time', async () => {
    await open().keep(draft, note)
    const [place, value] = only()
    expect(place).toBe('anna:customer:c-1')
    expect(JSON.parse(value)).toEqual({
      version: 1,
      keptAtMs: nowMs,
      iv: expect.stringMatching(/^[A-Za-z0-9+/]{16}$/),
      sealed: expect.stringMatching(/^[A-Za-z0-9+/]+={0,2}$/),
    })
    const { sealed } = JSON.parse(value)
    for (const text of ['Wiese', 'Haifa', 'before']) {
      expect(Buffer.from(sealed, 'base64').includes(text)).toBe(false)
    }
  })

  it('never looks the same twice', async () => {
    await open().keep(draft)
    const [, first] = only()
    await open().keep(draft)
    expect(JSON.parse(only()[1]).sealed).not.toBe(JSON.parse(first).sealed)
  })

  it('may be large', async () => {
    const large = { remarks: 'ß'.repeat(500_000) }
    expect(await open().keep(large)).toBe(true)
    expect((await open().find())?.draft).toEqual(large)
  })

  it.each<[string, Partial<DraftSubject>]>([
    ['user', { userId: 'ben' }],
    ['form', { form: 'contact' }],
    ['customer', { subjectId: 'c-2' }],
  ])('is not found by another %s, and stays', async (_, other) => {
    await open().keep(draft)
    signedIn = other.userId ?? subject.userId
    expect(await open(other).find()).toBeUndefined()
    only()
  })

  it.each([
    ['form', { form: 'contact' }],
    ['customer', { subjectId: 'c-2' }],
  ])('cannot be moved to another %s', async (_, other) => {
    await open().keep(draft)
    const [, value] = only()
    await open(other).keep({ name: 'other' })
    for (const place of drawer.held.keys()) drawer.held.set(place, value)
    expect(await open(other).find()).toBeUndefined()
    expect(await open().find()).toMatchObject({ draft })
  })

  it.each([
    ['made younger', (value: object) => ({ ...value, keptAtMs: Date.UTC(2026, 0, 2) })],
    ['said to be of another version', (value: object) => ({ ...value, version: 2 })],
    ['given more elements', (value: object) => ({ ...value, more: 1 })],
    ['changed', (value: { sealed: string }) => ({ ...value, sealed: `AAAA${value.sealed.slice(4)}` })],
    ['sealed as no base64', (value: object) => ({ ...value, sealed: '*' })],
    ['replaced', () => 'x'],
  ])('that was %s is not offered and goes', async (_, change) => {
    await open().keep(draft)
    const [place, value] = only()
    drawer.held.set(place, JSON.stringify(change(JSON.parse(value))))
    for (const version of [1, 2]) expect(await open({ version }).find()).toBeUndefined()
    expect(drawer.held.size).toBe(0)
  })

  it('of another version of the form is not offered and goes', async () => {
    await open().keep(draft)
    expect(await open({ version: 2 }).find()).toBeUndefined()
    expect(drawer.held.size).toBe(0)
  })

  it('that was sealed under another key is not offered and goes', async () => {
    await open().keep(draft)
    const before = keys.anna
    keys.anna = randomBytes(32).toString('base64')
    expect(await open().find()).toBeUndefined()
    expect(drawer.held.size).toBe(0)
    keys.anna = before ?? ''
  })
})

describe('after seven days', () => {
  it('a draft is not offered and goes; up to then it is', async () => {
    await open().keep(draft)
    nowMs += draftLifeMs - 1
    expect(await open().find()).toMatchObject({ draft })
    nowMs += 1
    expect(await open().find()).toBeUndefined()
    expect(drawer.held.size).toBe(0)
  })

  it('a draft of anybody goes when somebody looks for one, and no younger one does', async () => {
    await open().keep(draft)
    await open({ subjectId: 'c-2' }).keep(draft)
    nowMs += draftLifeMs - 1
    await open({ subjectId: 'c-3' }).keep(draft)
    nowMs += 1
    asked = []
    expect(await open({ userId: 'ben' }).find()).toBeUndefined()
    expect([...drawer.held.keys()]).toEqual(['anna:customer:c-3'])
    expect(asked, 'where nothing is kept, no key is asked for').toEqual([])
  })

  it('so does one of a clock that was far ahead', async () => {
    nowMs += draftLifeMs
    await open().keep(draft)
    nowMs -= draftLifeMs
    expect(await open().find()).toBeUndefined()
    expect(drawer.held.size).toBe(0)
  })
})

describe('dropping', () => {
  it('removes what was kept and what was found', async () => {
    const store = open()
    await store.keep(draft)
    store.drop()
    await drawer.idle()
    expect(drawer.held.size).toBe(0)
    await open().keep(draft)
    await store.find()
    store.drop()
    await drawer.idle()
    expect(drawer.held.size).toBe(0)
  })

  it('leaves what another tab has kept', async () => {
    const store = open()
    store.drop()
    await drawer.idle()
    await open().keep({ name: 'never seen here' })
    store.drop()
    await drawer.idle()
    only()
    await store.keep(draft)
    await open().keep({ name: 'since then' })
    store.drop()
    await drawer.idle()
    expect(await open().find()).toMatchObject({ draft: { name: 'since then' } })
  })

  it('is not undone by a seal that was on its way', async () => {
    const store = open()
    let answer = () => {}
    held = new Promise((resolve) => {
      answer = resolve
    })
    const keeping = store.keep(draft)
    store.drop()
    await drawer.idle()
    answer()
    expect(await keeping).toBe(false)
    expect(drawer.held.size).toBe(0)
  })
})

describe('what was dropped and kept in a row', () => {
  it('ends with the draft that was kept last', async () => {
    const store = open()
    await store.keep(draft)
    store.drop()
    expect(await store.keep({ name: 'newer' })).toBe(true)
    await drawer.idle()
    expect(await open().find()).toMatchObject({ draft: { name: 'newer' } })
    only()
  })

  it('ends with none where the last was a drop, even while the draft is being written', async () => {
    const store = open()
    const keeping = store.keep(draft)
    await vi.waitUntil(() => drawer.puts === 1)
    store.drop()
    await keeping
    await drawer.idle()
    expect(drawer.held.size).toBe(0)
  })

  it('ends with none also where the draft could not be written and one from before stood there', async () => {
    const store = open()
    await store.keep({ name: 'small' })
    drawer.room = 1_000
    const keeping = store.keep({ name: 'x'.repeat(1_000) })
    await vi.waitUntil(() => drawer.puts === 2)
    store.drop()
    expect(await keeping).toBe(false)
    await drawer.idle()
    expect(drawer.held.size).toBe(0)
  })
})

describe('what is slow', () => {
  it('does not overwrite what is newer', async () => {
    const store = open()
    // The first is the larger one by far, so that its seal takes longer.
    const slow = store.keep({ remarks: 'x'.repeat(2_000_000) })
    const fast = store.keep({ name: 'newer' })
    expect(await Promise.all([slow, fast])).toEqual([false, true])
    expect(await open().find()).toMatchObject({ draft: { name: 'newer' } })
  })

  it('asks for the key once', async () => {
    const store = open()
    await Promise.all([store.keep(draft), store.keep(draft)])
    await store.find()
    await store.keep(draft)
    expect(asked).toEqual(['/api/v2/draft-key'])
  })
})

describe('without a key', () => {
  it('nothing is kept, and what was kept stays until there is one', async () => {
    await open().keep(draft)
    const [, before] = only()
    const store = open()
    signedIn = undefined
    await expect(store.find()).rejects.toMatchObject({ status: 401 })
    expect(await store.keep({ name: 'lost' })).toBe(false)
    store.drop()
    await drawer.idle()
    expect(only()[1]).toBe(before)
    signedIn = 'anna'
    expect(await store.find()).toMatchObject({ draft })
  })

  it('of this very user, too: somebody else’s opens nothing, removes nothing and seals nothing', async () => {
    await open().keep(draft)
    const [, before] = only()
    signedIn = 'ben'
    const store = open()
    await expect(store.find()).rejects.toThrow()
    expect(await store.keep({ name: 'for ben to read' })).toBe(false)
    expect(only()[1]).toBe(before)
  })
})

describe('the form goes on', () => {
  it('where there is no room, with the draft from before', async () => {
    const store = open()
    await store.keep({ name: 'small' })
    drawer.room = 1_000
    expect(await store.keep({ name: 'x'.repeat(1_000) })).toBe(false)
    expect(await open().find()).toMatchObject({ draft: { name: 'small' } })
  })

  it('where the browser has no drawer', async () => {
    // Node has no IndexedDB.
    const store = draftStore(subject)
    expect(await store.keep(draft)).toBe(false)
    expect(await store.find()).toBeUndefined()
    expect(store.drop).not.toThrow()
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toAck, toNak } from '@/lib/contract/envelope'
import { patchedElements, seenDigests, seenHeader } from '@/lib/contract/patched-elements'
import { database } from '@/lib/db/database'
import { type Answer, json } from '@/lib/platform/scripted-peer'
import { describeSubmission } from '@/lib/server/find-submission'
import { modifySubCustomer } from '@/lib/server/modify-sub-customer'
import { newAdmin, platformForTests } from '@/lib/server/platform-for-tests'
import type { Handling } from '@/lib/server/route'

/** What only a platform that is told when to do what can show; the rest is tested over HTTP. */

const peer = platformForTests(300)

beforeAll(async () => void (await database()))

/** A sub-customer of the test's own parent, as the platform holds it, and how its requests stand. */
type Held = { customerId: string; name: string; [element: string]: unknown }
let held: Held
let status: string
/** Called with each read that was answered. */
let afterRead: () => void
let session: Handling['session']
let platform: Handling['platform']

const platformLike: Answer = (request, response) => {
  const answer = () => {
    if (request.method === 'PATCH') return json(200, toAck([{ requestId: randomUUID() }]))
    if (!request.url?.includes('/global/call/')) return json(200, toAck([held]))
    return status === 'forgotten' ? json(404, toNak('GLOBAL_1003')) : json(200, toAck([{ status }]))
  }
  answer()(request, response)
  if (request.method === 'GET') afterRead()
}

beforeEach(() => {
  peer.answers = Array(50).fill(platformLike)
  const admin = newAdmin()
  session = admin.session as Handling['session']
  platform = admin.platform
  held = { customerId: randomUUID(), name: 'Volvo' }
  status = 'OPEN'
  afterRead = () => {}
})

const modify = (body: object, headers: Record<string, string> = {}, id = held.customerId) =>
  modifySubCustomer({ session, platform, params: { id }, query: undefined, headers: new Headers(headers), body })
const patches = () => peer.calls.filter(({ method }) => method === 'PATCH').length

describe('a patch takes back nothing that is under way', () => {
  it('a change that ends between the looks at the requests and at the customer is seen', async () => {
    const seen = seenDigests(patchedElements(held, { name: 'Mine' }))
    await modify({ name: 'Theirs' })
    afterRead = () => {
      status = 'SUCCESS'
      held = { ...held, name: 'Theirs' }
    }
    await expect(modify({ name: 'Mine' }, { [seenHeader]: seen })).rejects.toMatchObject({
      status: 409,
      // It was under way at the first look; a repeat will find that it is changed.
      problems: [{ path: ['name'], code: 'changeUnderWay', present: 'Theirs' }],
    })
    expect(patches()).toBe(1)
  })

  it('an element that is only repeated waits for the request that changes it', async () => {
    const contact = { id: randomUUID(), role: 'NONE', mobilePhoneNumber: '1234567' }
    held = { ...held, contact: [contact] }
    await modify({ contact: { id: contact.id, role: 'SELFCARE' } })
    await expect(modify({ contact: { id: contact.id, role: 'NONE', firstName: 'Grace' } })).rejects.toMatchObject({
      status: 409,
      problems: [{ path: ['contact', 'role'], code: 'changeUnderWay' }],
    })
    expect(patches()).toBe(1)
  })

  it('an element that another request only repeats does not wait', async () => {
    const contact = { id: randomUUID(), role: 'NONE', mobilePhoneNumber: '1234567' }
    held = { ...held, contact: [contact] }
    await modify({ contact: { id: contact.id, role: 'NONE', firstName: 'Grace' } })
    await modify({ contact: { id: contact.id, role: 'NONE', lastName: 'Hopper' } })
    expect(patches()).toBe(2)
  })

  it('a request that the platform does not know any more is not under way', async () => {
    await modify({ name: 'One' })
    status = 'forgotten'
    await modify({ name: 'Two' })
    expect(patches()).toBe(2)
  })

  it('nothing is sent where the platform does not tell whether a request has ended', async () => {
    await modify({ name: 'One' })
    status = 'garbage'
    await expect(modify({ name: 'Two' })).rejects.toMatchObject({ code: 'GLOBAL_1001', status: 502 })
    expect(patches()).toBe(1)
  })
})

describe('a key stands for one write', () => {
  it('of the same patch to another customer it is refused', async () => {
    const headers = { 'idempotency-key': randomUUID() }
    await modify({ name: 'Saab' }, headers)
    await expect(modify({ name: 'Saab' }, headers, randomUUID())).rejects.toMatchObject({
      code: 'CUSTOMER_1003',
      status: 422,
      problems: [{ path: [], code: 'keyReused' }],
    })
    expect(patches()).toBe(1)
  })

  it('whatever the case of the ids in its path and body', async () => {
    const contact = { id: randomUUID(), mobilePhoneNumber: '1234567' }
    held = { ...held, contact: [contact] }
    const headers = { 'idempotency-key': randomUUID() }
    const send = (id: string, customerId: string) => modify({ contact: { id, role: 'NONE' } }, headers, customerId)
    const first = await send(contact.id.toUpperCase(), held.customerId)
    expect(await send(contact.id.toUpperCase(), held.customerId.toUpperCase())).toEqual(first)
    expect(await send(contact.id, held.customerId)).toEqual(first)
    expect(patches()).toBe(1)
  })
})

describe('a patch whose answer was lost', () => {
  const lost: Answer = ({ socket }) => void socket.destroy()

  it.each([
    ['the address', { address: [] }],
    ['the name', { name: 'Volvo' }],
  ])('is not called found where %s does not stand as it wanted', async (_, standing) => {
    const id = randomUUID()
    held = { ...held, address: [{ id, city: 'Bonn', pobox: '1' }] }
    const key = randomUUID()
    peer.answers = [platformLike, lost]
    const patch = { name: 'Saab', address: [{ id, city: 'Oslo' }] }
    await expect(modify(patch, { 'idempotency-key': key })).rejects.toMatchObject({ outcome: 'unknown' })
    const wanted = { ...held, name: 'Saab', address: [{ id, city: 'Oslo', pobox: '1' }] }
    peer.answers = [json(200, toAck([{ ...wanted, ...standing }])), json(200, toAck([wanted]))]
    const customerId = held.customerId
    expect(await describeSubmission(session, platform, key)).toEqual({ state: 'unknown', customerId })
    expect(await describeSubmission(session, platform, key)).toEqual({ state: 'found', customerId })
    expect(patches()).toBe(1)
  })
})

import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { toAck } from '@/lib/contract/envelope'
import type { ExternalParam } from '@/lib/contract/external-param'
import { database } from '@/lib/db/database'
import type { Platform } from '@/lib/platform/platform'
import { type Answer, json } from '@/lib/platform/scripted-peer'
import { describeSubmission } from '@/lib/server/find-submission'
import { newAdmin, platformForTests } from '@/lib/server/platform-for-tests'
import { findRequest } from '@/lib/server/recorded-requests'
import type { Actor } from '@/lib/server/session'
import { setExternalParamOnce } from '@/lib/server/set-external-param'
import { submissionKey } from '@/lib/server/submissions'

const peer = platformForTests(2000)

beforeAll(async () => void (await database()))

const definition = { id: randomUUID(), name: 'crmAccountId' }
let values: ExternalParam[]
let entityId: string
let session: Actor
let platform: Platform
/** Whether the answers to writes get lost. */
let isLost: boolean

const platformLike: Answer = (request, response) => {
  if (request.method !== 'GET') {
    return isLost ? request.destroy() : json(200, toAck([{ requestId: randomUUID() }]))(request, response)
  }
  const content: unknown[] = request.url?.includes('/global/call/') ? [{ status: 'OPEN' }] : values
  return json(200, toAck(content))(request, response)
}

beforeEach(() => {
  peer.answers = Array(50).fill(platformLike)
  values = []
  isLost = false
  entityId = randomUUID()
  ;({ session, platform } = newAdmin())
})

const standing = (value: string, isActive = true): ExternalParam => ({
  id: randomUUID(),
  extParamConfigId: definition.id.toUpperCase(),
  name: definition.name,
  value,
  isActive,
})
const set = (value: string, key = randomUUID()) =>
  setExternalParamOnce(session, platform, submissionKey(session, key), {
    definition,
    entity: 'customer',
    entityId,
    value,
    entityName: 'Volvo',
  })
const writes = () => peer.calls.filter(({ method }) => method !== 'GET').map(({ method }) => method)

describe('a value that an entity is to have', () => {
  it('is made where there is none and changed where there is one, also an inactive one', async () => {
    const [made] = await set('A')
    expect(await findRequest(session, made?.requestId ?? '')).toMatchObject({
      kind: 'createExternalParams',
      subjectId: entityId,
      subjectName: 'Volvo',
      changes: [{ path: ['externalParams', definition.name], entryId: entityId, before: '', after: 'A' }],
    })
    for (const isActive of [true, false]) {
      entityId = randomUUID()
      values = [standing('A', isActive)]
      const [changed] = await set('A')
      expect(await findRequest(session, changed?.requestId ?? '')).toMatchObject({
        kind: 'modifyExternalParam',
        changes: [{ before: 'A', after: 'A' }],
      })
    }
    expect(writes()).toEqual(['POST', 'PUT', 'PUT'])
  })

  it('is sent once per key, also when by the time of the repeat it has a value', async () => {
    const key = randomUUID()
    const first = await set('A', key)
    values = [standing('A')]
    expect(await set('A', key)).toEqual(first)
    await expect(set('B', key)).rejects.toMatchObject({ status: 422, problems: [{ code: 'keyReused' }] })
    expect(writes()).toEqual(['POST'])
  })

  it('waits for the request about it that is under way', async () => {
    await set('A')
    await expect(set('B')).rejects.toMatchObject({
      status: 409,
      problems: [{ path: ['value'], code: 'changeUnderWay', present: '' }],
    })
    expect(writes()).toEqual(['POST'])
  })

  it('is refused where it is none, before anybody is asked', async () => {
    await expect(set(' ')).rejects.toMatchObject({ status: 422, problems: [{ path: ['value'], code: 'required' }] })
    expect(peer.calls).toEqual([])
  })

  it('is found by reading where the answer was lost, once it stands active', async () => {
    const key = randomUUID()
    isLost = true
    await expect(set('A', key)).rejects.toMatchObject({ outcome: 'unknown' })
    for (const [held, state] of [
      [[], 'unknown'],
      [[standing('B')], 'unknown'],
      [[standing('A', false)], 'unknown'],
      [[standing('A')], 'found'],
      [[], 'found'],
    ] as const) {
      values = [...held]
      expect(await describeSubmission(session, platform, key)).toEqual({ state })
    }
    expect(writes()).toEqual(['POST'])
  })
})

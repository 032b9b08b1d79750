import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { externalParamQuery } from '@/lib/contract/child-customers'
import { type Answer, faultsOf } from './testing/sandbox-client'
import { type SandboxUnderTest, startSandboxUnderTest } from './testing/sandbox-under-test'

let sandbox: SandboxUnderTest
type User = Awaited<ReturnType<SandboxUnderTest['client']['as']>>
let liberty: User
let wholesale: User
/** Whose definitions and values the tests make and take away. */
let concord: User

beforeAll(async () => {
  sandbox = await startSandboxUnderTest()
  const { as } = sandbox.client
  ;[liberty, wholesale, concord] = await Promise.all([as('liberty'), as('wholesale'), as('concord')])
})
afterAll(async () => {
  expect(sandbox.errors).toEqual([])
  await sandbox.remove()
})

type Entity = 'customer' | 'subscriber' | 'plan'
type Definition = Record<string, unknown> & { id: string; name: string }
type Value = Record<string, unknown> & { id: string; value: string }

const configPath = (user: User, target = '') => `${user.own}/external-params-config${target && `/${target}`}`
const valuePath = (user: User, ...target: string[]) => [user.own, 'external-params', ...target].join('/')
const outcome = ({ status, body }: Answer) => [status, body.errorCode]
const refusedAs = (answer: Answer, faults: [string, string][]) => {
  expect(outcome(answer)).toEqual([400, 'CUSTOMER_1025'])
  expect(faultsOf(answer)).toEqual(faults)
}

async function definitionsOf(user: User, entity: Entity): Promise<Definition[]> {
  const { body } = await user.call('GET', configPath(user))
  return body.content.filter(({ entityType }: { entityType: string }) => entityType === entity)
}
const namesOf = async (user: User, entity: Entity) => (await definitionsOf(user, entity)).map(({ name }) => name)

async function valuesOf(user: User, entity: Entity, id: string): Promise<Value[]> {
  return (await user.call('GET', valuePath(user, entity, id))).body.content
}

/** Defines parameters and gives their ids, in the order of the names. */
async function define(user: User, entity: Entity, ...names: string[]): Promise<string[]> {
  const body = { externalParamsConfig: names.map((name) => ({ name })) }
  expect(await user.write('POST', configPath(user, entity), body)).toBe('SUCCESS')
  const definitions = await definitionsOf(user, entity)
  return names.map((name) => definitions.find((definition) => definition.name === name)?.id ?? 'none')
}

/** Takes all definitions of an entity away. */
async function undefine(user: User, entity: Entity): Promise<void> {
  for (const { id } of await definitionsOf(user, entity)) {
    expect(await user.write('DELETE', configPath(user, id), undefined)).toBe('SUCCESS')
  }
}

const entry = (extParamConfigId: string, value = 'a') => ({ extParamConfigId, value })
const set = (user: User, entity: Entity, id: string, ...externalParams: object[]) =>
  user.call('POST', valuePath(user, entity, id), { externalParams })
/** Sets values, and gives those that the entity has then. */
async function setValues(user: User, entity: Entity, id: string, ...externalParams: object[]): Promise<Value[]> {
  expect(await user.write('POST', valuePath(user, entity, id), { externalParams })).toBe('SUCCESS')
  return valuesOf(user, entity, id)
}
/** Sends writes of Concord's of which none is applied before all are accepted, and gives their ends. */
async function endsOf(...writes: (() => Promise<Answer>)[]): Promise<string[]> {
  await sandbox.restart({ delayMs: 60_000 })
  const requestIds: string[] = []
  for (const write of writes) {
    const answer = await write()
    expect(outcome(answer)).toEqual([200, ''])
    requestIds.push(answer.body.content[0].requestId)
  }
  await sandbox.restart()
  return Promise.all(requestIds.map((requestId) => concord.end(requestId)))
}
const firstPlan = async (user: User): Promise<string> =>
  (await user.call('GET', `${user.own}/plan`)).body.content[0].planId
const firstSim = async (user: User): Promise<string> =>
  (await user.call('GET', `${user.own}/subscriber`)).body.content[0].subscriberId

describe('definitions', () => {
  beforeEach(() => undefine(concord, 'plan'))

  it('are made all together, with the default of the platform', async () => {
    const body = {
      externalParamsConfig: [
        { name: 'b', displayName: 'Second', Description: 'Long\ntext', isSearchable: false },
        { name: 'a' },
      ],
    }
    expect(await concord.write('POST', configPath(concord, 'plan'), body)).toBe('SUCCESS')
    const added = { id: expect.any(String), entityType: 'plan', valueCount: 0, activeValueCount: 0 }
    expect(await definitionsOf(concord, 'plan')).toEqual([
      { ...added, name: 'a', displayName: null, Description: null, isSearchable: true },
      { ...added, name: 'b', displayName: 'Second', Description: 'Long\ntext', isSearchable: false },
    ])
  })

  it('are five at most for each entity: what is beyond is named, and nothing is defined', async () => {
    await define(concord, 'plan', '1', '2', '3', '4')
    const six = ['5', '6', '7'].map((name) => ({ name }))
    refusedAs(await concord.call('POST', configPath(concord, 'plan'), { externalParamsConfig: six }), [
      ['externalParamsConfig.1', 'tooManyDefinitions'],
      ['externalParamsConfig.2', 'tooManyDefinitions'],
    ])
    expect(await namesOf(concord, 'plan')).toEqual(['1', '2', '3', '4'])
    await define(concord, 'subscriber', '5')
    await undefine(concord, 'subscriber')
  })

  it('are refused with all faults at their entries, and then none of them is defined', async () => {
    await define(concord, 'plan', 'Taken')
    const externalParamsConfig = [
      { name: 'good' },
      { name: ' Taken' },
      { name: 'twice' },
      { name: 'twice', isSearchable: 'yes' },
      { displayName: 'nameless', colour: 'red' },
    ]
    refusedAs(await concord.call('POST', configPath(concord, 'plan'), { externalParamsConfig }), [
      ['externalParamsConfig.3.isSearchable', 'wrongType'],
      ['externalParamsConfig.4.name', 'required'],
      ['externalParamsConfig.4.colour', 'unknownElement'],
      ['externalParamsConfig.1.name', 'nameTaken'],
      ['externalParamsConfig.3.name', 'duplicate'],
      ['externalParamsConfig.4', 'tooManyDefinitions'],
    ])
    expect(await namesOf(concord, 'plan')).toEqual(['Taken'])
  })

  it.each([
    ['package', [['entity', 'notOneOf']]],
    ['PLAN', [['entity', 'notOneOf']]],
    ['toString', [['entity', 'notOneOf']]],
  ] as [string, [string, string][]][])('are for no entity %s', async (entity, faults) => {
    refusedAs(
      await concord.call('POST', configPath(concord, entity), { externalParamsConfig: [{ name: 'a' }] }),
      faults,
    )
  })

  it.each([
    ['nothing', {}],
    ['none', { externalParamsConfig: [] }],
  ])('are at least one: %s is refused', async (_, body) => {
    refusedAs(await concord.call('POST', configPath(concord, 'plan'), body), [['externalParamsConfig', 'required']])
  })

  it('may have a name of any length and writing', async () => {
    const long = 'ж"\u202e%_*'.repeat(5_000)
    await define(concord, 'plan', long, `${long}.`)
    expect(await namesOf(concord, 'plan')).toEqual([long, `${long}.`])
  })

  it('that race for the last place or for a name end FAILURE, whole, but the first', async () => {
    await define(concord, 'plan', '1', '2', '3')
    const post = (...names: string[]) =>
      concord.call('POST', configPath(concord, 'plan'), { externalParamsConfig: names.map((name) => ({ name })) })
    const ends = await endsOf(
      () => post('4'),
      () => post('5', '6'),
      () => post('4'),
      () => post('5'),
    )
    expect(ends).toEqual(['SUCCESS', 'FAILURE', 'FAILURE', 'SUCCESS'])
    expect(await namesOf(concord, 'plan')).toEqual(['1', '2', '3', '4', '5'])
  })
})

describe('a change of a definition', () => {
  beforeEach(() => undefine(concord, 'plan'))

  it('touches what is given, and empties what is ""', async () => {
    const body = { externalParamsConfig: [{ name: 'a', displayName: 'A', Description: 'text' }] }
    await concord.write('POST', configPath(concord, 'plan'), body)
    const [before] = await definitionsOf(concord, 'plan')
    const path = configPath(concord, before?.id)
    expect(await concord.write('POST', path, { isSearchable: false })).toBe('SUCCESS')
    expect(await definitionsOf(concord, 'plan')).toEqual([{ ...before, isSearchable: false }])
    const emptied = { isSearchable: true, displayName: '', Description: null }
    expect(await concord.write('POST', path, emptied)).toBe('SUCCESS')
    expect(await definitionsOf(concord, 'plan')).toEqual([{ ...before, displayName: null, Description: null }])
  })

  it('is refused with every fault', async () => {
    const [id] = await define(concord, 'plan', 'a', 'b')
    const path = configPath(concord, id)
    refusedAs(await concord.call('POST', path, { name: 'b', entityType: 'customer' }), [
      ['isSearchable', 'required'],
      ['entityType', 'unknownElement'],
      ['name', 'nameTaken'],
    ])
    refusedAs(await concord.call('POST', path, { isSearchable: true, name: '' }), [['name', 'notEmptiable']])
    expect(await concord.write('POST', path, { isSearchable: true, name: 'a' })).toBe('SUCCESS')
    expect(await namesOf(concord, 'plan')).toEqual(['a', 'b'])
  })

  it('to another name makes its values inactive, with their text, until each is set again', async () => {
    const [id = '', other = ''] = await define(concord, 'plan', 'old', 'other')
    const plans = (await concord.call('GET', `${concord.own}/plan`)).body.content
    const [first, second] = plans.map(({ planId }: { planId: string }) => planId)
    await setValues(concord, 'plan', first, entry(id, '1'), entry(other, 'x'))
    await setValues(concord, 'plan', second, entry(id, '2'))
    expect(await definitionsOf(concord, 'plan')).toMatchObject([
      { name: 'old', valueCount: 2, activeValueCount: 2 },
      { name: 'other', valueCount: 1, activeValueCount: 1 },
    ])

    await concord.write('POST', configPath(concord, id), { isSearchable: true, name: 'renamed' })
    const [x, one] = await valuesOf(concord, 'plan', first)
    expect([x, one]).toMatchObject([
      { name: 'other', value: 'x', isActive: true },
      { name: 'renamed', value: '1', isActive: false },
    ])
    expect(await definitionsOf(concord, 'plan')).toMatchObject([
      { name: 'other', activeValueCount: 1 },
      { name: 'renamed', valueCount: 2, activeValueCount: 0 },
    ])

    // Back to the old name they stay inactive. One is set again by the PUT, the other by the POST.
    await concord.write('POST', configPath(concord, id), { isSearchable: true, name: 'old' })
    const [two] = await valuesOf(concord, 'plan', second)
    expect(two).toMatchObject({ value: '2', isActive: false })
    expect(await concord.write('PUT', valuePath(concord, one?.id ?? ''), { value: '1' })).toBe('SUCCESS')
    expect(await setValues(concord, 'plan', second, entry(id, '2b'))).toEqual([{ ...two, value: '2b', isActive: true }])
    expect(await definitionsOf(concord, 'plan')).toMatchObject([{ valueCount: 2, activeValueCount: 2 }, {}])
  })

  it('that is overtaken by another with its name, or by the deletion, ends FAILURE', async () => {
    const [a = '', b = ''] = await define(concord, 'plan', 'a', 'b')
    const rename = (id: string, name: string) =>
      concord.call('POST', configPath(concord, id), { isSearchable: true, name })
    const ends = await endsOf(
      () => rename(a, 'c'),
      () => rename(b, 'c'),
      () => concord.call('DELETE', configPath(concord, b)),
      () => rename(b, 'd'),
      () => concord.call('DELETE', configPath(concord, b)),
    )
    expect(ends).toEqual(['SUCCESS', 'FAILURE', 'SUCCESS', 'FAILURE', 'FAILURE'])
    expect(await namesOf(concord, 'plan')).toEqual(['c'])
  })
})

describe('the deletion of a definition', () => {
  it('takes its values with it, and frees its place and name', async () => {
    await undefine(concord, 'plan')
    const [id = '', other = ''] = await define(concord, 'plan', 'gone', 'stays')
    const planId = await firstPlan(concord)
    const values = await setValues(concord, 'plan', planId, entry(id, '1'), entry(other, '2'))
    expect(await concord.write('DELETE', configPath(concord, id), undefined)).toBe('SUCCESS')
    expect(await valuesOf(concord, 'plan', planId)).toMatchObject([{ name: 'stays', value: '2' }])
    const gone = values.find(({ name }) => name === 'gone')?.id ?? ''
    expect(outcome(await concord.call('PUT', valuePath(concord, gone), { value: '3' }))).toEqual([404, 'CUSTOMER_1025'])

    const [again = ''] = await define(concord, 'plan', 'gone')
    expect(again).not.toBe(id)
    expect(await valuesOf(concord, 'plan', planId)).toHaveLength(1)
    await undefine(concord, 'plan')
    await define(concord, 'plan', '1', '2', '3', '4', '5')
  })
})

describe('values', () => {
  let customerId: string
  let ids: string[]

  beforeAll(async () => {
    await undefine(concord, 'customer')
    ids = await define(concord, 'customer', 'a', 'b', 'c')
    customerId = await concord.create({ name: 'Has values' })
  })
  beforeEach(async () => {
    const values = await valuesOf(concord, 'customer', customerId)
    if (values.length === 0) return
    const path = valuePath(concord, values.map(({ id }) => id).join(','))
    expect(await concord.write('DELETE', path, undefined)).toBe('SUCCESS')
  })
  const [a, b, c] = [() => ids[0] ?? '', () => ids[1] ?? '', () => ids[2] ?? '']

  it('are set all together, as they are written', async () => {
    const values = await setValues(
      concord,
      'customer',
      customerId.toUpperCase(),
      entry(a().toUpperCase(), ' 1 '),
      entry(b(), '%_'),
    )
    expect(values).toEqual([
      { id: expect.any(String), extParamConfigId: a(), name: 'a', displayName: null, value: ' 1 ', isActive: true },
      { id: expect.any(String), extParamConfigId: b(), name: 'b', displayName: null, value: '%_', isActive: true },
    ])
  })

  it('are refused with all faults at their entries, and then none of them is set', async () => {
    await setValues(concord, 'customer', customerId, entry(a(), '1'))
    const [ofPlan] = (await definitionsOf(concord, 'plan')).map(({ id }) => id)
    const [foreign] = (await definitionsOf(liberty, 'customer')).map(({ id }) => id)
    const answer = await set(
      concord,
      'customer',
      customerId,
      entry(b(), 'good'),
      entry(a(), '2'),
      entry(b(), 'b again'),
      entry(crypto.randomUUID()),
      entry(ofPlan ?? ''),
      entry(foreign ?? ''),
      { ...entry(c(), ' '), note: 1 },
      entry('x'),
    )
    const path = (index: number) => `externalParams.${index}.extParamConfigId`
    refusedAs(answer, [
      ['externalParams.6.value', 'required'],
      ['externalParams.6.note', 'unknownElement'],
      [path(7), 'uuidFormat'],
      [path(2), 'duplicate'],
      [path(1), 'alreadySet'],
      [path(3), 'unknownDefinition'],
      [path(4), 'unknownDefinition'],
      [path(5), 'unknownDefinition'],
    ])
    expect(await valuesOf(concord, 'customer', customerId)).toMatchObject([{ name: 'a', value: '1' }])
  })

  it.each([[{}], [{ externalParams: [] }]])('are at least one: %j is refused', async (body) => {
    const answer = await concord.call('POST', valuePath(concord, 'customer', customerId), body)
    refusedAs(answer, [['externalParams', 'required']])
  })

  it('that are set twice at a time end FAILURE the second time, whole', async () => {
    const ends = await endsOf(
      () => set(concord, 'customer', customerId, entry(a(), 'first')),
      () => set(concord, 'customer', customerId, entry(b(), 'with it'), entry(a(), 'second')),
    )
    expect(ends).toEqual(['SUCCESS', 'FAILURE'])
    expect(await valuesOf(concord, 'customer', customerId)).toMatchObject([{ name: 'a', value: 'first' }])
  })

  it('are deleted one or many, all or none', async () => {
    const [one, two, three] = await setValues(concord, 'customer', customerId, entry(a()), entry(b()), entry(c()))
    const remove = (...targets: (string | undefined)[]) => concord.call('DELETE', valuePath(concord, targets.join(',')))
    const refused = await remove(two?.id, crypto.randomUUID(), 'x', three?.id)
    expect(outcome(refused)).toEqual([404, 'CUSTOMER_1025'])
    expect(faultsOf(refused)).toEqual([
      ['paramId.1', 'unknownId'],
      ['paramId.2', 'unknownId'],
    ])
    expect(await valuesOf(concord, 'customer', customerId)).toHaveLength(3)

    const ofOne = await remove(one?.id)
    expect(await concord.end(ofOne.body.content[0].requestId)).toBe('SUCCESS')
    expect(await valuesOf(concord, 'customer', customerId)).toEqual([two, three])
    const ofTwo = await remove(two?.id, three?.id.toUpperCase(), two?.id)
    expect(await concord.end(ofTwo.body.content[0].requestId)).toBe('SUCCESS')
    expect(await valuesOf(concord, 'customer', customerId)).toEqual([])
    expect(outcome(await remove(one?.id))).toEqual([404, 'CUSTOMER_1025'])
    // What was deleted can be set anew.
    expect(await setValues(concord, 'customer', customerId, entry(a(), 'anew'))).toMatchObject([{ value: 'anew' }])
  })

  it('of which one is deleted meanwhile are not deleted, and a change of it ends FAILURE', async () => {
    const [one, two] = await setValues(concord, 'customer', customerId, entry(a()), entry(b()))
    const ends = await endsOf(
      () => concord.call('DELETE', valuePath(concord, one?.id ?? '')),
      () => concord.call('DELETE', valuePath(concord, `${two?.id},${one?.id}`)),
      () => concord.call('PUT', valuePath(concord, one?.id ?? ''), { value: 'b' }),
    )
    expect(ends).toEqual(['SUCCESS', 'FAILURE', 'FAILURE'])
    expect(await valuesOf(concord, 'customer', customerId)).toEqual([two])
  })

  it('whose definition is deleted meanwhile are not set', async () => {
    const [gone = ''] = await define(concord, 'customer', 'going')
    const ends = await endsOf(
      () => concord.call('DELETE', configPath(concord, gone)),
      () => set(concord, 'customer', customerId, entry(a()), entry(gone)),
    )
    expect(ends).toEqual(['SUCCESS', 'FAILURE'])
    expect(await valuesOf(concord, 'customer', customerId)).toEqual([])
  })

  it.each(['FAILURE', 'INTERNAL_ERROR'] as const)('of a request that ends %s stay as they were', async (status) => {
    await sandbox.client.json('POST', '/__faults', { method: 'POST', path: concord.own, fault: 'end', status })
    const { body } = await set(concord, 'customer', customerId, entry(a()))
    expect(await concord.end(body.content[0].requestId)).toBe(status)
    expect(await valuesOf(concord, 'customer', customerId)).toEqual([])
  })
})

describe('eligibility', () => {
  /** Every call on a definition, a value or an entity, with `own` as the path of the first id. */
  const calls = (
    user: User,
    own: string,
    target: { entity: Entity; entityId: string; paramId: string; configId: string },
  ) => {
    const { entity, entityId, paramId, configId } = target
    const params = `${own}/external-params`
    const config = `${own}/external-params-config`
    const externalParams = [entry(configId)]
    return Promise.all([
      user.call('GET', `${params}/${entity}/${entityId}`),
      user.call('POST', `${params}/${entity}/${entityId}`, { externalParams }),
      user.call('PUT', `${params}/${paramId}`, { value: 'a' }),
      user.call('DELETE', `${params}/${paramId}`),
      user.call('POST', `${config}/${configId}`, { isSearchable: true }),
      user.call('DELETE', `${config}/${configId}`),
    ])
  }

  it('is for the three kinds of own entities', async () => {
    await Promise.all((['customer', 'subscriber', 'plan'] as const).map((entity) => undefine(wholesale, entity)))
    const [child] = (await wholesale.call('GET', `${wholesale.own}/child-customers`)).body.content
    const entities = {
      customer: child.customerId,
      subscriber: await firstSim(wholesale),
      plan: await firstPlan(wholesale),
    }
    for (const [entity, entityId] of Object.entries(entities) as [Entity, string][]) {
      const [id = ''] = await define(wholesale, entity, 'a')
      const [value] = await setValues(wholesale, entity, entityId, entry(id))
      expect(await wholesale.write('PUT', valuePath(wholesale, value?.id ?? ''), { value: 'b' })).toBe('SUCCESS')
      expect(await valuesOf(wholesale, entity, entityId)).toEqual([{ ...value, value: 'b' }])
    }
  })

  it("ends at the own entities: a sub-customer's are out of reach, and so is one's own customer id", async () => {
    const [child] = (await wholesale.call('GET', `${wholesale.own}/child-customers`)).body.content
    const [libertyDefinition = { id: '' }] = await definitionsOf(liberty, 'customer')
    const sim = (await liberty.call('GET', `${wholesale.own}/subscriber`)).body.content[0].subscriberId
    const own = [
      ['customer', liberty.customerId],
      ['customer', child.customerId],
      ['customer', concord.customerId],
      ['customer', crypto.randomUUID()],
      ['customer', 'x'],
      ['subscriber', sim],
      ['subscriber', wholesale.customerId],
      ['plan', await firstPlan(wholesale)],
      ['customer', await firstPlan(liberty)],
    ] as const
    for (const [entity, id] of own) {
      const told = `${entity} ${id}`
      expect(outcome(await liberty.call('GET', valuePath(liberty, entity, id))), told).toEqual([404, 'CUSTOMER_1002'])
      expect(outcome(await set(liberty, entity, id, entry(libertyDefinition.id))), told).toEqual([404, 'CUSTOMER_1002'])
    }
  })

  it("leaves another's definitions and values alone, its parent's and its sub-customer's too", async () => {
    const [child] = (await wholesale.call('GET', `${wholesale.own}/child-customers`)).body.content
    const [definition = { id: '' }] = await definitionsOf(wholesale, 'customer')
    const [value = { id: '' }] = await valuesOf(wholesale, 'customer', child.customerId)
    const target = {
      entity: 'customer' as const,
      entityId: child.customerId,
      paramId: value.id,
      configId: definition.id,
    }
    for (const user of [liberty, concord]) {
      const answers = await calls(user, user.own, target)
      expect(answers.map(outcome)).toEqual([
        [404, 'CUSTOMER_1002'],
        [404, 'CUSTOMER_1002'],
        ...Array(4).fill([404, 'CUSTOMER_1025']),
      ])
      const through = await calls(user, wholesale.own, target)
      expect(through.map(outcome)).toEqual(Array(6).fill([404, 'CUSTOMER_1002']))
    }
    expect(await definitionsOf(wholesale, 'customer')).toContainEqual(definition)
    expect(await valuesOf(wholesale, 'customer', child.customerId)).toEqual([value])
  })

  it('is asked for before anything else is, and tells no stranger anything', async () => {
    const none = await liberty.call('POST', configPath(concord, 'nonsense'), { nonsense: true })
    expect([outcome(none), none.body.errors]).toEqual([[404, 'CUSTOMER_1002'], undefined])
    for (const target of [crypto.randomUUID(), 'nonsense']) {
      const answer = await liberty.call('DELETE', configPath(liberty, target))
      expect(outcome(answer)).toEqual([404, 'CUSTOMER_1025'])
    }
    const stranger = await sandbox.client.json('DELETE', configPath(liberty, crypto.randomUUID()))
    expect(outcome(stranger)).toEqual([401, 'AUTH_1001'])
  })
})

describe('plans', () => {
  it('are those that the requester sells, paged by name', async () => {
    const all = (await liberty.call('GET', `${liberty.own}/plan?size=100`)).body
    const names = all.content.map(({ planName }: { planName: string }) => planName)
    expect(names.length).toBeGreaterThan(3)
    expect(names).toEqual(names.toSorted())
    expect(Object.keys(all.content[0])).toEqual(['planId', 'planName'])
    const page = (await liberty.call('GET', `${liberty.own}/plan?page=1&size=2`)).body
    expect(page.content).toEqual(all.content.slice(2, 4))
    expect(page.pageable).toMatchObject({ page: 1, size: 2, totalElements: names.length })
  })

  it('are nobody else’s to read', async () => {
    for (const id of [wholesale.customerId, concord.customerId, 'x']) {
      expect(outcome(await liberty.call('GET', `/api/v2/customer/${id}/plan`))).toEqual([404, 'CUSTOMER_1002'])
    }
    const refused = await liberty.call('GET', `${liberty.own}/plan?size=0&query=a`)
    expect(faultsOf(refused)).toEqual([
      ['size', 'tooSmall'],
      ['query', 'unknownElement'],
    ])
  })
})

describe('the search of subscribers', () => {
  const search = async (query: string) => {
    const { body } = await liberty.call(
      'GET',
      `${liberty.own}/subscriber?${new URLSearchParams({ query, size: '100' })}`,
    )
    return body
  }

  it('is over iccid, imsi, msisdn and imei, whole and in part', async () => {
    const sims = (await liberty.call('GET', `${liberty.own}/subscriber?size=100`)).body.content
    const sim = sims.find(({ imei }: { imei: string | null }) => imei)
    for (const name of ['iccid', 'imsi', 'msisdn', 'imei']) {
      expect((await search(`${name}==${sim[name]}`)).content, name).toContainEqual(sim)
      const part = sim[name].slice(3, -1)
      const found = (await search(`${name}=="*${part}*"`)).content
      expect(found, name).toEqual(sims.filter((other: Record<string, string | null>) => other[name]?.includes(part)))
    }
    expect((await search(`iccid==${sim.iccid},imsi==${sim.iccid}`)).pageable.totalElements).toBe(1)
    expect((await search(`iccid==${sim.iccid};imei!=${sim.imei}`)).content).toEqual([])
    const others = (await search(`imei!=${sim.imei}`)).content
    expect(others).toEqual(sims.filter(({ imei }: { imei: string | null }) => imei !== sim.imei))
  })

  it.each(['iccid', 'status==ACTIVE', 'subscriberId==*', 'customerName==a'])('refuses %s', async (query) => {
    const answer = await liberty.call('GET', `${liberty.own}/subscriber?${new URLSearchParams({ query, size: 'x' })}`)
    expect(outcome(answer)).toEqual([400, 'GLOBAL_1002'])
    expect(faultsOf(answer)).toEqual([
      ['size', 'wrongType'],
      ['query', 'queryFormat'],
    ])
  })
})

describe('the search of sub-customers by an external parameter', () => {
  const search = async (query: string): Promise<string[]> => {
    const { body } = await concord.call(
      'GET',
      `${concord.own}/child-customers?${new URLSearchParams({ query, size: '100' })}`,
    )
    return body.content.map(({ customerId }: { customerId: string }) => customerId)
  }
  const refused = async (query: string) =>
    faultsOf(await concord.call('GET', `${concord.own}/child-customers?${new URLSearchParams({ query })}`))
  let ids: string[]
  let first: string
  let second: string

  beforeAll(async () => {
    await undefine(concord, 'customer')
    ids = await define(concord, 'customer', 'crm', 'Cost centre, 100%', 'hidden')
    await concord.write('POST', configPath(concord, ids[2]), { isSearchable: false })
    ;[first, second] = [await concord.create({ name: 'First' }), await concord.create({ name: 'Second' })]
    const values = (text: string) => ids.map((id) => entry(id, text))
    await setValues(concord, 'customer', first, ...values('Ключ-1'))
    await setValues(concord, 'customer', second, ...values('Ключ-10'))
  })

  it('finds whole values and parts of them, without case', async () => {
    expect(await search('externalParam.crm==ключ-1')).toEqual([first])
    expect((await search(externalParamQuery('crm', 'ЮЧ-1'))).toSorted()).toEqual([first, second].toSorted())
    expect(await search(externalParamQuery('Cost centre, 100%', '-10'))).toEqual([second])
    expect(await search('externalParam.crm==*ключ*;customerName!=First')).toEqual([second])
    expect(await search('externalParam.crm==none')).toEqual([])
    const others = await search('externalParam.crm!=ключ-1')
    expect(others).toContain(second)
    expect(others).not.toContain(first)
    expect(others.length).toBeGreaterThan(2)
  })

  it('is over searchable definitions of one’s own for sub-customers, nothing else', async () => {
    for (const name of ['hidden', 'unknown', 'CRM', 'salesRegion', 'erpDebtorNumber', '__proto__']) {
      expect(await refused(`externalParam.${name}==a`), name).toEqual([['query', 'queryFormat']])
    }
    const [value] = await valuesOf(liberty, 'plan', await firstPlan(liberty))
    expect(await refused(`externalParam.${value?.name}==a`)).toEqual([['query', 'queryFormat']])
    expect(await search('externalParam.crm==ключ-1')).toEqual([first])
  })

  it('finds no value that is inactive or deleted, and another once it is set again', async () => {
    await concord.write('POST', configPath(concord, ids[0]), { isSearchable: true, name: 'crm2' })
    expect(await refused('externalParam.crm==ключ-1')).toEqual([['query', 'queryFormat']])
    expect(await search('externalParam.crm2==*')).toEqual([])
    const [value] = (await valuesOf(concord, 'customer', first)).filter(({ name }) => name === 'crm2')
    await concord.write('PUT', valuePath(concord, value?.id ?? ''), { value: 'Ключ-2' })
    expect(await search('externalParam.crm2==ключ-2')).toEqual([first])
    await concord.write('DELETE', valuePath(concord, value?.id ?? ''), undefined)
    expect(await search('externalParam.crm2==*')).toEqual([])
  })
})

it('a write is answered with its request alone, which is OPEN until it is applied', async () => {
  await sandbox.restart({ delayMs: 60_000 })
  const { body } = await liberty.call('POST', configPath(liberty, 'plan'), { externalParamsConfig: [{ name: 'open' }] })
  expect(body).toEqual({
    errorCode: '',
    errorMessage: '',
    content: [{ requestId: expect.any(String) }],
    pageable: { page: 0, size: 10, totalPages: 1, totalElements: 1 },
  })
  const { requestId } = body.content[0]
  expect((await liberty.call('GET', `/api/v2/global/call/${requestId}`)).body.content).toEqual([{ status: 'OPEN' }])
  expect(await namesOf(liberty, 'plan')).not.toContain('open')
  await sandbox.restart()
  expect(await liberty.end(requestId)).toBe('SUCCESS')
  expect(await namesOf(liberty, 'plan')).toContain('open')
})

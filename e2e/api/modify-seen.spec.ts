import { randomUUID } from 'node:crypto'
import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'
import { seenHeader } from '@/lib/contract/patched-elements'

/** A patch says what its user saw; where that does not stand any more nothing is sent, and each element is told as it stands now. */

test.describe('what others have changed meanwhile', () => {
  test('is told per element with what stands now, and nothing is sent', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    const patch = {
      name: '',
      campaign: [9],
      vatRegistrationNumber: 'mine',
      ...own.contact({ firstName: 'Grace', identity: [{ idType: 'ID', idNumber: '7' }] }),
      ...own.address(1, { city: 'Oslo', company: 'Acme' }),
      invoiceConfiguration: { vat: 1, deviceCost: '' },
    }
    const seen = await own.seen(patch)
    await own.changeElsewhere({
      name: `${own.name} 2`,
      campaign: [1, 2],
      ...own.contact({ identity: [{ idType: 'PASSPORT', idNumber: '8' }] }),
      ...own.address(1, { city: 'Rome' }),
      invoiceConfiguration: { vat: 0 },
    })
    const answer = await api.patch(own.path, patch, seen)
    expect([answer.status, answer.errorCode]).toEqual([409, 'CUSTOMER_1003'])
    expect(answer.errors.map(({ path, code, present }) => [path.join('.'), code, present])).toEqual([
      ['address.0.city', 'changedMeanwhile', 'Rome'],
      ['campaign', 'changedMeanwhile', [1, 2]],
      ['contact.identity', 'changedMeanwhile', [{ idNumber: '8', idType: 'PASSPORT' }]],
      ['invoiceConfiguration.vat', 'changedMeanwhile', 0],
      ['name', 'changedMeanwhile', `${own.name} 2`],
    ])
    expect(await own.patches()).toHaveLength(1)
    expect((await api.get(`/api/v2/request?customerId=${own.id}`)).content).toEqual([])
    // Seen anew it is sent.
    expect((await api.patch(own.path, patch, await own.seen(patch))).status).toBe(200)
    expect((await own.patches()).at(-1)).toEqual(patch)
  })

  test('is no conflict at elements that the patch does not touch', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    const patch = { vatRegistrationNumber: 'mine', ...own.address(0, { city: 'Oslo' }) }
    const seen = await own.seen(patch)
    await own.changeElsewhere({
      name: `${own.name} 2`,
      ...own.contact({ role: 'SELFCARE' }),
      address: [
        { id: own.addressIds[0], street: 'B' },
        { id: own.addressIds[1], city: 'Rome' },
      ],
    })
    expect((await api.patch(own.path, patch, seen)).status).toBe(200)
  })

  test('is no conflict where it is the very value that the patch sets', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    const patch = { vatRegistrationNumber: 'both', ...own.address(0, { city: 'Oslo', pobox: '' }) }
    const seen = await own.seen(patch)
    await own.changeElsewhere(patch)
    expect((await api.patch(own.path, patch, seen)).status).toBe(200)
  })

  test('counts for the role, which goes with every patch of a contact', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    const patch = own.contact({ firstName: 'Grace' })
    const seen = await own.seen(patch)
    await own.changeElsewhere(own.contact({ role: 'SELFCARE' }))
    const answer = await api.patch(own.path, patch, seen)
    expect([answer.status, answer.errors.map(({ path, present }) => [path.join('.'), present])]).toEqual([
      409,
      [['contact.role', 'SELFCARE']],
    ])
  })

  test('is not asked for where the caller does not say what it saw', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    await own.changeElsewhere({ vatRegistrationNumber: 'theirs' })
    expect((await api.patch(own.path, { vatRegistrationNumber: 'mine' })).status).toBe(200)
  })
})

test('what cannot be what was seen is 422 at the header, and nothing is sent', async ({ api, sandbox }) => {
  const own = await SubCustomer.create(sandbox)
  const patch = { name: `${own.name} 2`, vatRegistrationNumber: 'x' }
  const { [seenHeader]: seen = '' } = await own.seen(patch)
  const others = ['', 'x', '?'.repeat(14), seen.slice(7), `${seen}0000000`, seen.toUpperCase(), 'a'.repeat(5000)]
  // One without letters is the same in upper case.
  for (const header of others.filter((other) => other !== seen)) {
    const answer = await api.patch(own.path, patch, { [seenHeader]: header })
    expect([answer.status, answer.errorCode, answer.errors.map(({ path }) => path)], header).toEqual([
      422,
      'CUSTOMER_1003',
      [[seenHeader]],
    ])
  }
  expect(await own.patches()).toEqual([])
})

test.describe('one submission changes once', () => {
  test('a repeat answers the first outcome, at the same time, later, and after others have changed it', async ({
    api,
    sandbox,
  }) => {
    const own = await SubCustomer.create(sandbox)
    const patch = { vatRegistrationNumber: 'mine', ...own.contact({ firstName: 'Grace' }) }
    const headers = { 'idempotency-key': randomUUID(), ...(await own.seen(patch)) }
    await sandbox.fault({ method: 'PATCH', fault: 'delay', ms: 300 })
    const answers = await Promise.all(Array.from({ length: 10 }, () => api.patch(own.path, patch, headers)))
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    await sandbox.end(answers[0]?.content[0]?.requestId ?? '')
    await own.changeElsewhere({ vatRegistrationNumber: 'theirs' })
    answers.push(await api.patch(`/api/v2/customer/${own.id.toUpperCase()}`, patch, headers))
    answers.push(
      await api.patch(own.path, patch, { ...headers, 'idempotency-key': headers['idempotency-key'].toUpperCase() }),
    )
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
    expect(await own.patches()).toEqual([patch, { vatRegistrationNumber: 'theirs' }])
    expect((await own.raw()).vatRegistrationNumber).toBe('theirs')
    const recorded = await api.get(`/api/v2/request?customerId=${own.id}`)
    expect(recorded.content).toHaveLength(1)
  })

  test('a repeat whose ids are written in upper case is a repeat', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    const headers = { 'idempotency-key': randomUUID() }
    const patch = { contact: { id: own.contactId.toUpperCase(), role: 'NONE', firstName: 'Grace' } }
    const [first, second] = [await api.patch(own.path, patch, headers), await api.patch(own.path, patch, headers)]
    expect(first.status).toBe(200)
    expect(second.text).toBe(first.text)
    expect(await own.patches()).toHaveLength(1)
  })

  test('a key that was used for another body, another customer or a create is refused', async ({ api, sandbox }) => {
    const [own, other] = await Promise.all([SubCustomer.create(sandbox), SubCustomer.create(sandbox)])
    const headers = { 'idempotency-key': randomUUID() }
    const patch = { vatRegistrationNumber: 'mine' }
    expect((await api.patch(own.path, patch, headers)).status).toBe(200)
    for (const [path, body] of [
      [own.path, { vatRegistrationNumber: 'other' }],
      [other.path, patch],
    ] as const) {
      const answer = await api.patch(path, body, headers)
      expect([answer.status, answer.errorCode, answer.errors.map(({ code }) => code)]).toEqual([
        422,
        'CUSTOMER_1003',
        ['keyReused'],
      ])
    }
    const create = await api.post(
      `/api/v2/customer/${(await api.me()).customerId}`,
      { status: 'ACTIVE', currency: 'EUR' },
      headers,
    )
    expect([create.status, create.errorCode]).toEqual([422, 'GLOBAL_1002'])
    expect((await sandbox.writes()).filter(({ method }) => method === 'PATCH')).toHaveLength(1)
  })

  test('a key that is no UUID is 422 and blames the header', async ({ api, sandbox }) => {
    const own = await SubCustomer.create(sandbox)
    const answer = await api.patch(own.path, { vatRegistrationNumber: 'mine' }, { 'idempotency-key': 'x' })
    expect([answer.status, answer.errorCode]).toEqual([422, 'CUSTOMER_1003'])
    expect(answer.errors.map(({ path }) => path)).toEqual([['idempotency-key']])
    expect(await own.patches()).toEqual([])
  })
})

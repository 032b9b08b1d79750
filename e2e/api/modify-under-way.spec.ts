import { SubCustomer } from '@/e2e/fixtures/sub-customer'
import { expect, test } from '@/e2e/fixtures/test'

/** Two patches of one customer while the first has not ended: they pass side by side where they touch different elements. */

// Long enough for what a test does while a request is OPEN.
test.use({ sandboxDelayMs: 3_000 })

const outcome = (answer: { status: number; errors: { path: unknown[]; code: string; present?: unknown }[] }) => [
  answer.status,
  ...answer.errors.map(({ path, code, present }) => [path.join('.'), code, present]),
]

test('an element that is being changed is told, others pass, and when the first has ended it passes too', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox, { vatRegistrationNumber: 'before' })
  const first = await api.patch(own.path, { vatRegistrationNumber: 'first', ...own.address(1, { city: 'Rome' }) })
  const same = await api.patch(own.path, { type: 'BUSINESS', vatRegistrationNumber: 'second' })
  expect(outcome(same)).toEqual([409, ['vatRegistrationNumber', 'changeUnderWay', 'before']])
  expect(same.errorCode).toBe('CUSTOMER_1003')
  // The same city at another place of the patch is the same element; that of the other address is another.
  const address = [
    { id: own.addressIds[0], city: 'Oslo' },
    { id: own.addressIds[1], city: 'Oslo' },
  ]
  expect(outcome(await api.patch(own.path, { address }))).toEqual([409, ['address.1.city', 'changeUnderWay', 'Bonn']])
  const others = await api.patch(own.path, {
    type: 'BUSINESS',
    ...own.address(0, { city: 'Oslo' }),
    ...own.contact({ firstName: 'Grace' }),
  })
  expect(others.status).toBe(200)
  expect(await own.patches()).toHaveLength(2)

  expect(await sandbox.end(first.content[0]?.requestId ?? '')).toBe('SUCCESS')
  const again = await api.patch(own.path, { vatRegistrationNumber: 'second' })
  expect(again.status).toBe(200)
  expect(await sandbox.end(again.content[0]?.requestId ?? '')).toBe('SUCCESS')
  const { type, vatRegistrationNumber, contact, address: addresses } = await own.raw()
  expect([type, vatRegistrationNumber, contact[0]?.firstName, ...addresses.map(({ city }) => city)]).toEqual([
    'BUSINESS',
    'second',
    'Grace',
    'Oslo',
    'Rome',
  ])
})

test('of two that collide and are sent at the same moment exactly one is accepted', async ({ api, sandbox }) => {
  const own = await Promise.all(Array.from({ length: 5 }, () => SubCustomer.create(sandbox)))
  await Promise.all(
    own.map(async (customer) => {
      const seen = await customer.seen({ vatRegistrationNumber: 'x' })
      const answers = await Promise.all(
        ['a', 'b', 'c'].map((vatRegistrationNumber) => api.patch(customer.path, { vatRegistrationNumber }, seen)),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(await customer.patches()).toHaveLength(1)
    }),
  )
})

test('ten of different elements that are sent at the same moment are all accepted, and all are done', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox)
  const names = ['firstName', 'middleName', 'lastName', 'remarks', 'picture'] as const
  const patches = [
    ...names.map((name) => own.contact({ [name]: name })),
    { vatRegistrationNumber: 'x' },
    { campaign: [1] },
    { invoiceConfiguration: { vat: 1 } },
    own.address(0, { company: 'Acme' }),
    own.address(1, { company: 'Acme' }),
  ]
  const answers = await Promise.all(patches.map((patch) => api.patch(own.path, patch)))
  expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
  await Promise.all(answers.map(({ content }) => sandbox.end(content[0]?.requestId ?? '')))
  const { contact, ...rest } = await own.raw()
  expect(contact[0]).toMatchObject(Object.fromEntries(names.map((name) => [name, name])))
  expect(rest).toMatchObject({ vatRegistrationNumber: 'x', campaign: [1], invoiceConfiguration: { vat: 1 } })
  expect(rest.address.map(({ company }) => company)).toEqual(['Acme', 'Acme'])
})

test('a role that is being changed is not taken back by a patch of the same contact that only carries it', async ({
  api,
  sandbox,
}) => {
  const own = await SubCustomer.create(sandbox)
  const first = await api.patch(own.path, own.contact({ role: 'SELFCARE' }))
  const second = await api.patch(own.path, own.contact({ firstName: 'Grace' }))
  expect(outcome(second)).toEqual([409, ['contact.role', 'changeUnderWay', 'NONE']])
  await sandbox.end(first.content[0]?.requestId ?? '')
  expect((await own.raw()).contact[0]).toMatchObject({ role: 'SELFCARE', firstName: null })
})

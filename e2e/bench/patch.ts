import { randomUUID } from 'node:crypto'
import { blankAddress } from '@/lib/forms/create-customer-draft'
import { draftOfCustomer, type EditCustomerDraft, toEditedCustomer } from '@/lib/forms/edit-customer-draft'
import { patchOf } from '@/lib/forms/patch'
import { cell, quantile, verdict } from './figures'

/**
 * `npm run bench patch`: the patch of a customer with 200 addresses, against writing the same customer as JSON twice, which any comparison
 * by text would cost, in alternating rounds of one run. Only the ratios mean something on another machine.
 */

const addresses = 200
const rounds = 500
/** What an edit form may take of a frame: above it typing would be felt. */
const targetMs = 5

const draft = newDraft()
const oneEdited: EditCustomerDraft = { ...draft, address: draft.address.with(-1, edited(addresses - 1)) }
const allEdited: EditCustomerDraft = { ...draft, address: draft.address.map((_, index) => edited(index)).reverse() }
const before = toEditedCustomer(draft)
const afterOne = toEditedCustomer(oneEdited)
const afterAll = toEditedCustomer(allEdited)

const calls: Record<string, () => unknown> = {
  'patch, one address': () => patchOf(before, afterOne),
  'patch, every address': () => patchOf(before, afterAll),
  'patch from the draft': () => patchOf(before, toEditedCustomer(oneEdited)),
  'JSON twice': () => [JSON.stringify(before), JSON.stringify(afterOne)],
}
const samples = Object.fromEntries(Object.keys(calls).map((name): [string, number[]] => [name, []]))
// The first calls pay for compilation.
for (const call of Object.values(calls)) for (let index = 0; index < 100; index++) call()
for (let round = 0; round < rounds; round++) {
  for (const [name, call] of Object.entries(calls)) {
    const started = performance.now()
    call()
    samples[name]?.push(performance.now() - started)
  }
}
report()

function report(): void {
  console.log(`a customer with ${addresses} addresses, ${rounds} alternating rounds\n`)
  console.log(`${''.padEnd(24)}  p50 ms      p95 ms      p50 / JSON twice   p95 / JSON twice`)
  const written = samples['JSON twice'] ?? []
  for (const [name, ms] of Object.entries(samples)) {
    const figures = [quantile(ms, 0.5), quantile(ms, 0.95)] as const
    const ratios = [figures[0] / quantile(written, 0.5), figures[1] / quantile(written, 0.95)]
    const told = ratios.map((ratio) => `× ${ratio.toFixed(2)}`.padEnd(19)).join('')
    console.log(`${name.padEnd(24)}${cell(figures[0], 3)}${cell(figures[1], 3)}${told}`)
  }
  const slowest = Math.max(...Object.values(samples).map((ms) => quantile(ms, 0.95)))
  console.log(`\ntarget: p95 under ${targetMs} ms; ${verdict(slowest < targetMs)}`)
}

function newDraft(): EditCustomerDraft {
  const address = Array.from({ length: addresses }, (_, index) => ({
    ...blankAddress,
    id: randomUUID(),
    type: 'SHIPPING',
    street: `Street ${index}`,
    buildingNumber: String(index),
    zipCode: String(10_000 + index),
    city: 'Berlin',
    country: 'DEU',
    fullName: `Ada Bench ${index}`,
    emailAddress: `ada${index}@example.com`,
    isPrimary: index === 0,
  }))
  return draftOfCustomer({
    customerId: randomUUID(),
    name: 'Bench',
    contact: [{ id: randomUUID(), role: 'NONE', firstName: 'Ada', mobilePhoneNumber: '+4915123456789' }],
    address,
    campaign: [1, 2, 3],
  })
}

function edited(index: number): EditCustomerDraft['address'][number] {
  const entry = draft.address[index]
  if (!entry) throw new Error(`there is no address ${index}`)
  return { ...entry, city: 'Haifa', street: '' }
}

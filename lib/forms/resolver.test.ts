import type { FieldValues, ResolverOptions } from 'react-hook-form'
import { describe, expect, test } from 'vitest'
import { parseCreateCustomer } from '@/lib/contract/create-customer'
import { blankIdentity, newAddress, newCustomer } from './create-customer-draft'
import { problemsIn } from './field-problem'
import { resolver } from './resolver'
import { toCreateCustomer } from './to-wire'

const resolve = resolver({ toWire: toCreateCustomer, parse: parseCreateCustomer })
const options = { fields: {}, shouldUseNativeValidation: false } as ResolverOptions<typeof newCustomer>

async function faults(draft: typeof newCustomer) {
  const { errors } = await resolve(draft, undefined, options)
  return problemsIn(errors as FieldValues).map(({ name, problem }) => [name, problem.type])
}

describe('the resolver', () => {
  test('gives the request that the schema read', async () => {
    const { values, errors } = await resolve({ ...newCustomer, currency: 'usd' }, undefined, options)
    expect(errors).toEqual({})
    expect(values).toMatchObject({ status: 'ACTIVE', currency: 'USD' })
  })

  test('names every fault of every section by the name of its input', async () => {
    const draft = {
      ...newCustomer,
      status: '',
      contact: {
        ...newCustomer.contact,
        emailAddress: 'x',
        identity: [{ idType: 'ID', idNumber: '1' }, blankIdentity],
      },
      address: [{ ...newAddress, pobox: '1', zipCode: '1', city: 'x', country: 'DEU', fullName: 'y' }, newAddress],
      invoiceConfiguration: {
        ...newCustomer.invoiceConfiguration,
        paymentDueAfterInvoiceIssued: 'x',
        invoiceText: 'é'.repeat(31),
      },
      customFields: [
        { keyName: 'a', keyValue: '' },
        { keyName: 'a', keyValue: '' },
      ],
    }
    expect(new Set(await faults(draft))).toEqual(
      new Set([
        ['status', 'required'],
        ['currency', 'required'],
        ['contact.emailAddress', 'emailFormat'],
        ['contact.landlinePhoneNumber', 'phoneNeeded'],
        ['contact.mobilePhoneNumber', 'phoneNeeded'],
        ['contact.identity.1.idType', 'required'],
        ['contact.identity.1.idNumber', 'required'],
        ['address.1.street', 'streetOrPoboxNeeded'],
        ['address.1.buildingNumber', 'streetOrPoboxNeeded'],
        ['address.1.pobox', 'streetOrPoboxNeeded'],
        ['address.1.zipCode', 'required'],
        ['address.1.city', 'required'],
        ['address.1.country', 'required'],
        ['address.1.fullName', 'required'],
        ['invoiceConfiguration.paymentDueAfterInvoiceIssued', 'wrongType'],
        ['invoiceConfiguration.paymentDueUnits', 'paymentDueUnitsNeeded'],
        ['invoiceConfiguration.invoiceText', 'tooManyBytes'],
        ['customFields.1.keyName', 'duplicate'],
      ]),
    )
  })

  test('keeps the fault of a list apart from those of its entries', async () => {
    const draft = { ...newCustomer, currency: 'USD', contact: { ...newCustomer.contact, mobilePhoneNumber: '1234567' } }
    const { errors } = await resolve(draft, undefined, options)
    expect(errors).toEqual({
      contact: { identity: { root: { type: 'identityNeeded', problem: { code: 'identityNeeded' } } } },
    })
    expect(await faults(draft)).toEqual([['contact.identity', 'identityNeeded']])
  })

  test('keeps the parameters of a fault', async () => {
    const invoiceConfiguration = { ...newCustomer.invoiceConfiguration, invoiceText: 'x'.repeat(61) }
    const { errors } = await resolve({ ...newCustomer, currency: 'USD', invoiceConfiguration }, undefined, options)
    expect(problemsIn(errors as FieldValues)).toEqual([
      {
        name: 'invoiceConfiguration.invoiceText',
        problem: { type: 'tooManyBytes', problem: { code: 'tooManyBytes', params: { max: 60, actual: 61 } } },
      },
    ])
  })
})

import type { CreateCustomer } from '@/lib/contract/create-customer'
import type { ModifyCustomer } from '@/lib/contract/modify-customer'

/** Every element of T, null where it is not set. What "" means on the wire is settled before a value gets here. */
type Stored<T> = { [Name in keyof T]-?: Exclude<T[Name], undefined | ''> | null }

type Given = Required<CreateCustomer>
type Patched = Required<ModifyCustomer>

export type Identity = Stored<Exclude<Patched['contact']['identity'], undefined>[number]>
export type Contact = { id: string } & Omit<Stored<Given['contact']>, 'identity'> & { identity: Identity[] }
export type Address = { id: string } & Stored<Given['address'][number]>
export type InvoiceConfiguration = Stored<Patched['invoiceConfiguration']>
export type CustomField = { keyName: string; keyValue: string | null }

/** The elements of a customer that create and modify write, as they stand: null is NULL, an emptied array is []. */
export type Customer = Stored<
  Omit<Given, 'contact' | 'address' | 'invoiceConfiguration' | 'customFields' | 'status' | 'currency' | 'type'>
> & {
  status: Given['status']
  currency: string
  type: Given['type']
  allowOfferDelegation: boolean
  isAllowedImeiLock: boolean
  mfaConfiguration: Given['mfaConfiguration']
  contact: Contact[]
  address: Address[]
  invoiceConfiguration: InvoiceConfiguration
  campaign: number[]
  customFields: CustomField[]
}

'use client'

import type { UseQueryResult } from '@tanstack/react-query'
import { createContext, useContext } from 'react'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import type { CustomerEdit } from './use-customer-edit'

/** What every page about one customer shares. */
export type CustomerPage = {
  id: string
  details: UseQueryResult<CustomerDetails>
  /** Whether the user may change it, or why not. */
  editing: 'allowed' | 'ownCustomer' | 'role'
  /** Whether the user may invite its contacts to this console. */
  mayInvite: boolean
}

export const CustomerPageContext = createContext<CustomerPage | undefined>(undefined)

/** The edit form of the customer, where the user may change it. */
export type EditingCustomer = CustomerEdit & {
  /** Shows what would be sent, unless it is not known yet what became of the last patch. */
  review: () => void
}

export const CustomerEditContext = createContext<EditingCustomer | undefined>(undefined)

export function useCustomerPage(): CustomerPage {
  const page = useContext(CustomerPageContext)
  if (!page) throw new Error('not on a page about a customer')
  return page
}

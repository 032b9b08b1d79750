'use client'

import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import type { CustomerDetails } from '@/lib/contract/customer-details'
import { type CustomerPage, CustomerPageContext } from './customer-page'
import { CustomerTabs } from './customer-tabs'
import { EditCustomerForm } from './edit-customer-form'

type EditCustomerProps = Omit<CustomerPage, 'details'> & {
  /** What the server has read already, if it could. */
  initial: CustomerDetails | undefined
  /** The page. */
  children: ReactNode
}

/** What the pages about one customer share: its details, and the form that goes over several of them. */
export function EditCustomer({ id, initial, editing, mayInvite, children }: EditCustomerProps) {
  const details = useQuery({ ...customerDetailsOptions(id), initialData: initial })
  const page = useMemo(() => ({ id, details, editing, mayInvite }), [id, details, editing, mayInvite])
  return (
    <CustomerPageContext value={page}>
      {details.data && editing === 'allowed' ? (
        <EditCustomerForm customer={details.data}>{children}</EditCustomerForm>
      ) : (
        <>
          <CustomerTabs customerId={id} isSubCustomer={editing !== 'ownCustomer'} />
          {children}
        </>
      )}
    </CustomerPageContext>
  )
}

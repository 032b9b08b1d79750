'use client'

import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { recordedRequestsOptions } from '@/lib/client/request-queries'
import { fieldName } from '@/lib/forms/field-name'
import type { CustomerEdit } from './use-customer-edit'

/** Requests of others that are looked at; whoever has more of them under way waits anyway. */
const size = 20

/** Names on the form that a request is changing: one of this form, of another tab, or of a colleague. */
export function useNamesUnderWay({ basis, underWay }: CustomerEdit): ReadonlySet<string> {
  const { customerId } = basis.customer
  const { data } = useQuery({
    ...recordedRequestsOptions({ customerId, status: 'OPEN', kind: 'modifyCustomer', page: 0, size }),
    // Following each of them would be dear; the list alone tells when one has gone.
    refetchInterval: ({ state }) => (state.data?.content.length ? 2_000 : false),
  })
  return useMemo(() => {
    const contactId = basis.draft.contact.id
    const own = underWay.flatMap(({ changes }) => changes.map(({ name }) => name))
    const recorded = (data?.content ?? []).flatMap(({ changes }) =>
      changes
        .filter(({ path, entryId }) => path[0] !== 'contact' || entryId === contactId)
        .map(({ path }) => fieldName(path)),
    )
    return new Set([...own, ...recorded])
  }, [basis, underWay, data])
}

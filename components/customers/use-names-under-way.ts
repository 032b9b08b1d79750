'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { recordedRequestOptions, recordedRequestsOptions } from '@/lib/client/request-queries'
import { fieldName } from '@/lib/forms/field-name'
import type { CustomerEdit } from './use-customer-edit'

/** Requests of others that are looked at; whoever has more of them under way waits anyway. */
const size = 20
/** Between two looks for requests that others have made, in milliseconds. */
const lookEveryMs = 15_000

/**
 * Names on the form that a request is changing: one of this form, of another tab, of a visit before, or of a colleague.
 * @returns the names, and the ids of the requests that are not of this form, which have to be followed for anybody to know of their end
 */
export function useNamesUnderWay({ basis, underWay }: CustomerEdit): { names: ReadonlySet<string>; others: string[] } {
  const { customerId } = basis.customer
  const { data } = useQuery({
    ...recordedRequestsOptions({ customerId, status: 'OPEN', kind: 'modifyCustomer', page: 0, size }),
    refetchInterval: lookEveryMs,
  })
  // The list has but the first changes of each.
  const cut = (data?.content ?? []).filter(({ changes, changeCount }) => changeCount > changes.length)
  const whole = useQueries({
    queries: cut.map(({ requestId }) => recordedRequestOptions(requestId)),
    combine: (found) => found.flatMap(({ data: request }) => request ?? []),
  })
  return useMemo(() => {
    const contactId = basis.draft.contact.id
    const own = new Set(underWay.map(({ requestId }) => requestId))
    const others = (data?.content ?? []).filter(({ requestId }) => !own.has(requestId))
    const changesOf = (requestId: string) => whole.find((request) => request.requestId === requestId)?.changes
    const ofOthers = others.flatMap(({ requestId, changes }) =>
      (changesOf(requestId) ?? changes)
        .filter(({ path, entryId }) => path[0] !== 'contact' || entryId === contactId)
        .map(({ path }) => fieldName(path)),
    )
    const ofOwn = underWay.flatMap(({ changes }) => changes.map(({ name }) => name))
    return { names: new Set([...ofOwn, ...ofOthers]), others: others.map(({ requestId }) => requestId) }
  }, [basis, underWay, data, whole])
}

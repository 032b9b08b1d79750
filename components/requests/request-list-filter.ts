'use client'

import { knownValue, readDay, useAddressFilter } from '@/components/ui/use-address-filter'
import { callStatuses } from '@/lib/contract/enums'
import { requestKinds } from '@/lib/contract/recorded-request'

/** What the list of requests shows, kept in the address. */
export function useRequestListFilter() {
  return useAddressFilter((params) => ({
    status: knownValue(callStatuses, params.get('status')),
    kind: knownValue(requestKinds, params.get('kind')),
    search: params.get('search') ?? '',
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
  }))
}

export type RequestListFilter = ReturnType<typeof useRequestListFilter>['filter']

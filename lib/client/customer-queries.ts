import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { childCustomer, externalParamQuery, nameQuery } from '@/lib/contract/child-customers'
import { customerDetails } from '@/lib/contract/customer-details'
import { searchParams } from './search-params'
import { send, sendForOne } from './send'

type ChildCustomersFilter = {
  /** Whose direct sub-customers. */
  customerId: string
  /** Counted from 0. */
  page: number
  size: number
  sort: string
  /** A part of the name or, with `by`, of a value; "" for all. */
  search: string
  /** Name of the external parameter whose values are searched; "" for none. */
  by: string
}

/** Keys of what is known about customers; `['customers']` is all of it. */
export const customerKeys = {
  all: ['customers'] as const,
  children: (customerId: string) => ['customers', 'children', customerId] as const,
  details: (id: string) => ['customers', 'details', id] as const,
}

/** One page of the direct sub-customers. The page before stays on the screen until the next one is there. */
export function childCustomersOptions({ customerId, page, size, sort, search, by }: ChildCustomersFilter) {
  return queryOptions({
    queryKey: [...customerKeys.children(customerId), { page, size, sort, search, by }],
    queryFn: ({ signal }) =>
      send({
        method: 'GET',
        path: `/api/v2/customer/${encodeURIComponent(customerId)}/child-customers${searchParams({
          page,
          size,
          sort,
          query: search === '' ? undefined : by === '' ? nameQuery(search) : externalParamQuery(by, search),
        })}`,
        item: childCustomer,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

/** Every element of one customer: the own one or a direct sub-customer. */
export function customerDetailsOptions(id: string) {
  return queryOptions({
    queryKey: customerKeys.details(id),
    queryFn: ({ signal }) =>
      sendForOne({ method: 'GET', path: `/api/v2/customer/${encodeURIComponent(id)}`, item: customerDetails, signal }),
    staleTime: 30_000,
  })
}

'use client'

import { useSearchParams } from 'next/navigation'
import { searchParams } from '@/lib/client/search-params'

export const pageSizes = [10, 25, 50, 100] as const

export type CustomerListFilter = {
  search: string
  /** The external parameter whose values are searched, by its name; "" for the names of sub-customers. */
  by: string
  page: number
  size: number
  sort: 'name,asc' | 'name,desc'
}

function readFilter(params: URLSearchParams): CustomerListFilter {
  const page = Number(params.get('page') ?? 0)
  const size = Number(params.get('size') ?? pageSizes[0])
  return {
    search: params.get('query') ?? '',
    by: params.get('by') ?? '',
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
    size: pageSizes.find((known) => known === size) ?? pageSizes[0],
    sort: params.get('sort') === 'name,desc' ? 'name,desc' : 'name,asc',
  }
}

// Only what differs from a fresh list stands in the address.
function addressOf({ search, by, page, size, sort }: CustomerListFilter): string {
  const query = searchParams({
    query: search,
    by,
    page: page === 0 ? undefined : page,
    size: size === pageSizes[0] ? undefined : size,
    sort: sort === 'name,asc' ? undefined : sort,
  })
  return `${window.location.pathname}${query}`
}

/**
 * What the list shows, kept in the address so that a reload, the back button and a bookmark bring it back.
 * A step is an entry of the history; `replace` is for typing, which would make one per letter.
 */
export function useCustomerListFilter() {
  const filter = readFilter(useSearchParams())
  // Anything but turning the page begins at the first one again. The router follows the native history.
  const changed = (change: Partial<CustomerListFilter>) => addressOf({ ...filter, page: 0, ...change })
  return {
    filter,
    change: (change: Partial<CustomerListFilter>) => window.history.pushState(null, '', changed(change)),
    replace: (change: Partial<CustomerListFilter>) => window.history.replaceState(null, '', changed(change)),
  }
}

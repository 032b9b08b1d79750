'use client'

import { useSearchParams } from 'next/navigation'

/** What a list shows: a page, counted from 0, and whatever else says which rows. "" and undefined are no condition. */
type Filter = { page: number } & Record<string, string | number | undefined>

/**
 * What a list shows, kept in the address so that a reload, the back button and a bookmark bring it back. A step is an entry of the history;
 * `replace` is for typing, which would make one per letter.
 * @param read reads the rest of the filter; an address that somebody has typed may say anything
 */
export function useAddressFilter<Rest extends Record<string, string | undefined>>(
  read: (params: URLSearchParams) => Rest,
) {
  const params = useSearchParams()
  const page = Number(params.get('page') ?? 0)
  const filter: Rest & { page: number } = {
    ...read(params),
    page: Number.isSafeInteger(page) && page > 0 ? page : 0,
  }
  // Anything but turning the page begins at the first one again. The router follows the native history.
  function addressOf(change: Partial<Rest & { page: number }>): string {
    return window.location.pathname + searchOf({ ...filter, page: 0, ...change })
  }
  return {
    filter,
    change: (change: Partial<Rest & { page: number }>) => window.history.pushState(null, '', addressOf(change)),
    replace: (change: Partial<Rest & { page: number }>) => window.history.replaceState(null, '', addressOf(change)),
    clear: () => window.history.pushState(null, '', window.location.pathname),
  }
}

function searchOf(filter: Filter): string {
  const given = Object.entries(filter).filter(([, value]) => value !== undefined && value !== '' && value !== 0)
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)]))
  return given.length > 0 ? `?${search}` : ''
}

/** One of the values that a filter knows, or undefined. */
export function knownValue<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((known) => known === text)
}

/** A day as YYYY-MM-DD, or "". */
export function readDay(text: string | null): string {
  return text && /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) ? text : ''
}

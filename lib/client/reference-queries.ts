import { queryOptions } from '@tanstack/react-query'
import { country } from '@/lib/contract/country'
import { type Me, me } from '@/lib/contract/me'
import { send, sendForOne } from './send'

/** The platform's countries. They do not change while somebody works. */
export function countriesOptions() {
  return queryOptions({
    queryKey: ['countries'],
    queryFn: async ({ signal }) =>
      (await send({ method: 'GET', path: '/api/v2/global/country', item: country, signal })).content,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: Number.POSITIVE_INFINITY,
  })
}

/** Who is signed in, for which customer, in which role. */
export function readMe(): Promise<Me> {
  return sendForOne({ method: 'GET', path: '/api/v2/me', item: me })
}

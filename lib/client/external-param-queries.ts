import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query'
import { maxPageSize } from '@/lib/contract/child-customers'
import { type ExternalParam, type ExternalParamEntity, externalParam } from '@/lib/contract/external-param'
import { type ExternalParamDefinition, externalParamDefinition } from '@/lib/contract/external-param-definition'
import { type Plan, plan } from '@/lib/contract/plan'
import { type Subscriber, subscriber, subscriberQuery } from '@/lib/contract/subscriber'
import { searchParams } from './search-params'
import { send } from './send'

/** What a page needs to know of external parameters, under the name of its noun. */
export type { ExternalParam, ExternalParamDefinition, ExternalParamEntity, Plan, Subscriber }

/** An entity that values are kept on. */
export type ExternalParamTarget = {
  /** Whose parameters: the signed-in user's own customer. */
  ownerId: string
  entity: ExternalParamEntity
  entityId: string
}

/** Keys of what is known about external parameters; `['externalParams']` is all of it. */
export const externalParamKeys = {
  all: ['externalParams'] as const,
  definitions: (ownerId: string) => ['externalParams', 'definitions', ownerId] as const,
  values: ({ ownerId, entity, entityId }: ExternalParamTarget) =>
    ['externalParams', 'values', ownerId, entity, entityId] as const,
}

/** Path of what belongs to a customer. */
export function customerPathOf(customerId: string, ...segments: string[]): string {
  return ['/api/v2/customer', ...[customerId, ...segments].map(encodeURIComponent)].join('/')
}

/** Every parameter that a customer has defined, whatever it is kept on. */
export function externalParamDefinitionsOptions(ownerId: string) {
  return queryOptions({
    queryKey: externalParamKeys.definitions(ownerId),
    queryFn: async ({ signal }) => {
      const path = customerPathOf(ownerId, 'external-params-config')
      return (await send({ method: 'GET', path, item: externalParamDefinition, signal })).content
    },
  })
}

/** The values that one entity has. */
export function externalParamsOptions(target: ExternalParamTarget) {
  return queryOptions({
    queryKey: externalParamKeys.values(target),
    queryFn: async ({ signal }) => {
      const path = customerPathOf(target.ownerId, 'external-params', target.entity, target.entityId)
      return (await send({ method: 'GET', path, item: externalParam, signal })).content
    },
  })
}

type SubscribersFilter = {
  customerId: string
  /** Counted from 0. */
  page: number
  size: number
  /** A part of an ICCID, IMSI, MSISDN or IMEI; "" for all. */
  search: string
}

function readSubscribers({ customerId, page, size, search }: SubscribersFilter, signal: AbortSignal) {
  const query = search === '' ? undefined : subscriberQuery(search)
  const path = customerPathOf(customerId, 'subscriber') + searchParams({ page, size, query })
  return send({ method: 'GET', path, item: subscriber, signal })
}

/** One page of the SIMs of a customer. The page before stays on the screen until the next one is there. */
export function subscribersOptions(filter: SubscribersFilter) {
  return queryOptions({
    queryKey: ['subscribers', filter.customerId, filter],
    queryFn: ({ signal }) => readSubscribers(filter, signal),
    placeholderData: keepPreviousData,
  })
}

/**
 * All SIMs of a customer, by the largest pages that the platform gives.
 * @param search a part of the ICCID, IMSI, MSISDN or IMEI; "" for all
 */
export function allSubscribersOptions(customerId: string, search: string) {
  return infiniteQueryOptions({
    queryKey: ['subscribers', customerId, 'all', search],
    queryFn: ({ pageParam, signal }) =>
      readSubscribers({ customerId, page: pageParam, size: maxPageSize, search }, signal),
    initialPageParam: 0,
    placeholderData: keepPreviousData,
    getNextPageParam: ({ pageable }, pages) => (pages.length < (pageable?.totalPages ?? 1) ? pages.length : undefined),
    // Read anew as a whole, five hundred rows would be on their way at every look at the window.
    staleTime: 60_000,
  })
}

type PlansFilter = { customerId: string; page: number; size: number }

/** One page of the plans that a customer sells. */
export function plansOptions({ customerId, page, size }: PlansFilter) {
  return queryOptions({
    queryKey: ['plans', customerId, { page, size }],
    queryFn: ({ signal }) =>
      send({
        method: 'GET',
        path: customerPathOf(customerId, 'plan') + searchParams({ page, size }),
        item: plan,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}

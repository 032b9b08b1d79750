import 'server-only'
import { maxPageSize } from '@/lib/contract/child-customers'
import { isUuid } from '@/lib/contract/element'
import type { Ack } from '@/lib/contract/envelope'
import { type ExternalParam, externalParamEntities, placeHeader, readPlaces } from '@/lib/contract/external-param'
import type { Platform } from '@/lib/platform/platform'
import { Refusal } from '@/lib/platform/refusal'
import type { Actor } from '@/lib/server/session'
import type { ParamPlace } from '@/lib/server/submit-params'

/** Entities that a search reads at most, and how many at a time; who has more says where its values are. */
const maxPlaces = 2_000
const placesAtATime = 8

/** A value and what has it. */
export type PlacedParam = ParamPlace & { param: ExternalParam }

/**
 * The values of these ids, each with the entity that has it: those that the header names are looked at first, then all that are the
 * customer's own, as the platform tells of no value whose it is.
 * @param ids in lower case
 * @returns by id; one that is nowhere is missing
 * @throws Refusal CUSTOMER_1025, 422 on the header, where there are more entities than a search reads
 */
export async function findParams(
  session: Actor,
  platform: Platform,
  ids: ReadonlySet<string>,
  header: string | null,
): Promise<Map<string, PlacedParam>> {
  const found = new Map<string, PlacedParam>()
  const wanted = new Set([...ids].filter(isUuid))
  if (wanted.size === 0) return found
  const look = async (places: readonly ParamPlace[]) => {
    const lists = await Promise.all(places.map((place) => paramsOf(session, platform, place)))
    for (const placed of lists.flat()) if (wanted.has(placed.param.id.toLowerCase())) found.set(idOf(placed), placed)
    return found.size === wanted.size
  }
  if (header && (await look(readPlaces(header).slice(0, maxPageSize)))) return found
  let read = 0
  for await (const page of ownPlaces(session, platform)) {
    for (let from = 0; from < page.length; from += placesAtATime) {
      const places = page.slice(from, from + placesAtATime)
      read += places.length
      if (read > maxPlaces) {
        throw new Refusal('CUSTOMER_1025', { problems: [{ path: [placeHeader], code: 'required' }] })
      }
      if (await look(places)) return found
    }
  }
  return found
}

const idOf = ({ param }: PlacedParam) => param.id.toLowerCase()

/** The values of one entity; of one that is not the customer's own, or not any more, none. */
async function paramsOf({ customer }: Actor, platform: Platform, place: ParamPlace): Promise<PlacedParam[]> {
  try {
    const { content } = await platform.externalParams(customer.customerId, place.entity, place.entityId)
    return content.map((param) => ({ ...place, param }))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'CUSTOMER_1002') return []
    throw error
  }
}

/** The customer's own entities that can have values, by page. */
async function* ownPlaces(session: Actor, platform: Platform): AsyncGenerator<ParamPlace[]> {
  const { customerId } = session.customer
  const definitions = (await platform.externalParamDefinitions(customerId)).content
  const idsOn = {
    customer: (paging: Paging) =>
      idsOfPage(platform.childCustomers(customerId, { ...paging, sort: 'customerId,asc' }), (item) => item.customerId),
    subscriber: (paging: Paging) =>
      idsOfPage(platform.subscribers(customerId, paging), ({ subscriberId }) => subscriberId),
    plan: (paging: Paging) => idsOfPage(platform.plans(customerId, paging), ({ planId }) => planId),
  }
  for (const entity of externalParamEntities) {
    const hasValues = definitions.some(({ entityType, valueCount }) => entityType === entity && valueCount !== 0)
    for (let page = 0, pages = hasValues ? 1 : 0; page < pages; page++) {
      const { ids, totalPages } = await idsOn[entity]({ page, size: maxPageSize })
      pages = totalPages
      yield ids.map((id) => ({ entity, entityId: id.toLowerCase() }))
    }
  }
}

type Paging = { page: number; size: number }

async function idsOfPage<Item>(answer: Promise<Ack<Item>>, idOfItem: (item: Item) => string) {
  const { content, pageable } = await answer
  return { ids: content.map(idOfItem), totalPages: pageable.totalPages }
}

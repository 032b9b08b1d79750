import 'server-only'
import { maxPageSize } from '@/lib/contract/child-customers'
import type { Ack } from '@/lib/contract/envelope'
import type { Platform } from '@/lib/platform/platform'
import type { Actor } from '@/lib/server/session'
import type { ParamPlace } from '@/lib/server/submit-params'

/** What the record says that a write of values is about: the sub-customer where there is one, of the rest the name alone. */
export type ParamSubject = { subjectId: string | undefined; subjectName: string }

/** Pages that are looked through for the name of a SIM or a plan; one that is further down is called by its id. */
const maxPages = 10

/** The subject of a write of values of these entities: those of one, or the names of all of them. */
export async function paramSubject(
  session: Actor,
  platform: Platform,
  places: readonly ParamPlace[],
): Promise<ParamSubject> {
  const each = [...new Map(places.map((place) => [place.entityId, place])).values()]
  const names = await Promise.all(each.map((place) => nameOf(session, platform, place)))
  const [only] = each.length === 1 ? each : []
  return { subjectId: only?.entity === 'customer' ? only.entityId : undefined, subjectName: names.join(', ') }
}

async function nameOf({ customer }: Actor, platform: Platform, { entity, entityId }: ParamPlace): Promise<string> {
  const name = {
    customer: async () => (await platform.customerDetails(entityId)).content[0]?.name,
    subscriber: async () => {
      const page = (number: number) => platform.subscribers(customer.customerId, { page: number, size: maxPageSize })
      return (await firstOf(page, ({ subscriberId }) => isSameId(subscriberId, entityId)))?.iccid
    },
    plan: async () => {
      const page = (number: number) => platform.plans(customer.customerId, { page: number, size: maxPageSize })
      return (await firstOf(page, ({ planId }) => isSameId(planId, entityId)))?.planName
    },
  }[entity]
  return (await name()) || entityId
}

async function firstOf<Item>(
  read: (page: number) => Promise<Ack<Item>>,
  isIt: (item: Item) => boolean,
): Promise<Item | undefined> {
  for (let page = 0; page < maxPages; page++) {
    const { content, pageable } = await read(page)
    const found = content.find(isIt)
    if (found || page + 1 >= pageable.totalPages) return found
  }
  return undefined
}

function isSameId(a: string, b: string): boolean {
  return a.toLowerCase() === b
}

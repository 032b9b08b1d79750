import { queryOptions } from '@tanstack/react-query'
import {
  maxChunkRows,
  maxResolvedNames,
  type ResolvedCustomer,
  resolvedCustomer,
  type SentValueRow,
  type ValueImport,
  type ValueImportRow,
  valueImport,
  valueImportRow,
} from '@/lib/contract/value-import'
import { searchParams } from './search-params'
import { send, sendForOne } from './send'

/** What a page needs to know of imports, under the name of its noun. */
export type { ValueImport, ValueImportRow }

const path = '/api/v2/value-import'
const pathOf = (id: string, ...rest: string[]) => [path, encodeURIComponent(id), ...rest].join('/')

/** Characters of JSON in one call: the server takes 256 KiB, and a character may take three bytes of UTF-8. */
const maxChunkCharacters = 80_000
const pollMs = 1000

/** Keys of imports; `['valueImports']` is all of them. */
export const valueImportKeys = {
  all: ['valueImports'] as const,
  one: (id: string) => ['valueImports', 'one', id] as const,
  latest: ['valueImports', 'latest'] as const,
}

/** One import, looked at every second while something happens. A failed look does not stop the looking. */
export function valueImportOptions(id: string) {
  return queryOptions({
    queryKey: valueImportKeys.one(id),
    queryFn: ({ signal }) => sendForOne({ method: 'GET', path: pathOf(id), item: valueImport, signal }),
    refetchInterval: ({ state }) => (state.data && !isMoving(state.data) ? false : pollMs),
    retry: false,
  })
}

/** Whether an import can change without anybody's doing. */
export function isMoving({ state, counts }: ValueImport): boolean {
  return state === 'running' || (state === 'paused' && counts.sending + counts.accepted > 0)
}

/** The parent's latest imports. */
export function latestImportsOptions() {
  return queryOptions({
    queryKey: valueImportKeys.latest,
    queryFn: async ({ signal }) =>
      (await send({ method: 'GET', path: `${path}${searchParams({ page: 0, size: 5 })}`, item: valueImport, signal }))
        .content,
  })
}

/** Which sub-customers have these ids or exact names. */
export async function resolveCustomers(customers: readonly string[]): Promise<ResolvedCustomer[]> {
  const resolved: ResolvedCustomer[] = []
  for (const chunk of chunksOf([...new Set(customers)], maxResolvedNames)) {
    const body = { customers: chunk }
    resolved.push(...(await send({ method: 'POST', path: `${path}/resolve`, body, item: resolvedCustomer })).content)
  }
  return resolved
}

type NewImport = {
  /** A UUID: what is sent again after a lost answer is the same import. */
  id: string
  definitionId: string
  rows: readonly SentValueRow[]
  /** Told after each chunk how many rows have arrived. */
  onSent: (rows: number) => void
}

/** Makes an import, sends its rows and starts it. Each step may be repeated, so the whole may. */
export async function startValueImport({ id, definitionId, rows, onSent }: NewImport): Promise<ValueImport> {
  await sendForOne({ method: 'POST', path, body: { id, definitionId, rowCount: rows.length }, item: valueImport })
  let sent = 0
  for (const chunk of chunksOf(rows, maxChunkRows)) {
    await sendForOne({ method: 'POST', path: pathOf(id, 'rows'), body: { rows: chunk }, item: valueImport })
    sent += chunk.length
    onSent(sent)
  }
  return sendForOne({ method: 'POST', path: pathOf(id, 'start'), body: {}, item: valueImport })
}

/** Has an import stand still, or go on. */
export function steerValueImport(id: string, step: 'pause' | 'resume'): Promise<ValueImport> {
  return sendForOne({ method: 'POST', path: pathOf(id, step), body: {}, item: valueImport })
}

/** Every row of an import, by line. */
export async function readImportRows(id: string): Promise<ValueImportRow[]> {
  const rows: ValueImportRow[] = []
  for (let page = 0, pages = 1; page < pages; page++) {
    const search = searchParams({ page, size: 1000 })
    const answer = await send({ method: 'GET', path: `${pathOf(id, 'rows')}${search}`, item: valueImportRow })
    rows.push(...answer.content)
    pages = answer.pageable?.totalPages ?? 1
  }
  return rows
}

/** Chunks of at most so many items, and of as much text as one call carries. */
function chunksOf<Item>(items: readonly Item[], most: number): Item[][] {
  const chunks: Item[][] = []
  let characters = 0
  for (const item of items) {
    const more = JSON.stringify(item).length
    const last = chunks.at(-1)
    if (last && last.length < most && characters + more <= maxChunkCharacters) {
      last.push(item)
      characters += more
    } else {
      chunks.push([item])
      characters = more
    }
  }
  return chunks
}

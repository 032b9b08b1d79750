import { QueryClient } from '@tanstack/react-query'
import { LostError } from './lost-error'
import { RefusalError } from './refusal-error'

const readRetries = 2

/** Whether a failed read may succeed when simply tried again. */
function isTransient(error: unknown): boolean {
  return error instanceof LostError || (error instanceof RefusalError && (error.status === 502 || error.status === 504))
}

/** The browser's cache of what was read. Reads are retried twice where that can help, writes never. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        // Without a network a read fails and says so; waiting for one without a word looks like a page that hangs.
        networkMode: 'always',
        refetchOnReconnect: true,
        retry: (failures, error) => failures < readRetries && isTransient(error),
        retryDelay: (failures) => 300 * 2 ** failures + Math.random() * 200,
      },
      // Nor does a write wait for the network: nobody expects it minutes later.
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}

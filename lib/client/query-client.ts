import { QueryCache, QueryClient } from '@tanstack/react-query'
import { LostError } from './lost-error'
import { RefusalError } from './refusal-error'
import { hasUnsavedWork } from './unsaved-work'

const readRetries = 2

/** Whether a failed read may succeed when simply tried again. */
function isTransient(error: unknown): boolean {
  return error instanceof LostError || (error instanceof RefusalError && (error.status === 502 || error.status === 504))
}

/**
 * The browser's cache of what was read. Reads are retried twice where that can help, writes never.
 * @param onSignedOut called when a read finds the session ended and no form holds unsaved work
 */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error) => {
        if (error instanceof RefusalError && error.status === 401 && !hasUnsavedWork()) onSignedOut()
      },
    }),
    defaultOptions: {
      queries: {
        staleTime: 5_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => failures < readRetries && isTransient(error),
        retryDelay: (failures) => 300 * 2 ** failures + Math.random() * 200,
      },
      mutations: { retry: false },
    },
  })
}

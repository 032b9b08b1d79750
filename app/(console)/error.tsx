'use client'

import { Failure } from '@/components/shell/failure'

// Inside the console's layout: the navigation stays while one page has failed.
export default function ConsoleError({ retry }: { retry: () => void }) {
  return <Failure retry={retry} />
}

'use client'

import { Failure } from '@/components/shell/failure'

export default function RouteError({ retry }: { retry: () => void }) {
  return (
    <main className="flex min-h-dvh items-center justify-center">
      <Failure retry={retry} />
    </main>
  )
}

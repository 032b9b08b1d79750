'use client'

import './globals.css'

// Stands in for the root layout when that itself has failed, so neither its texts nor its provider can be relied on: the
// one place where English is written into a component.
export default function GlobalError({ retry }: { retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong</title>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-4 px-6 text-center">
          <h1 className="font-semibold text-2xl">Something went wrong</h1>
          <p className="max-w-prose text-ink-muted">The console could not be shown. Trying again often helps.</p>
          <button
            type="button"
            onClick={retry}
            className="h-control rounded bg-accent px-3.5 font-medium text-accent-ink hover:bg-accent-hover"
          >
            Try again
          </button>
        </main>
      </body>
    </html>
  )
}

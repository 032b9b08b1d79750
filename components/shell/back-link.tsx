import { ArrowLeft } from 'lucide-react'
import Link from 'next/link'
import type { ReactNode } from 'react'

/** The way up from a page about one thing to the list of all. */
export function BackLink({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Link
      href={href}
      prefetch={false}
      className="-ms-1 inline-flex min-h-6 w-fit items-center gap-1.5 rounded-sm px-1 text-ink-muted text-sm hover:text-ink"
    >
      <ArrowLeft aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
      {children}
    </Link>
  )
}

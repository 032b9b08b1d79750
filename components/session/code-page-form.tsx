'use client'

import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { searchParams } from '@/lib/client/search-params'
import { CodeForm } from './code-form'
import { leaveFor } from './leave-for'
import { ownPath } from './own-path'

/** The page's second step of signing in; afterwards the page that was asked for is loaded anew. */
export function CodePageForm({ next }: { next: string | undefined }) {
  const t = useTranslations('signIn')
  const startAgain = (
    <Link
      href={`/sign-in${searchParams({ next })}`}
      prefetch={false}
      className="inline-block min-h-6 rounded-sm py-0.5 text-accent-text hover:underline"
    >
      {t('startAgain')}
    </Link>
  )
  return <CodeForm onVerified={() => leaveFor(ownPath(next))} startAgain={startAgain} />
}

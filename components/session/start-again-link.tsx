'use client'

import { useTranslations } from 'next-intl'
import { LinkButton } from '@/components/ui/link-button'
import { searchParams } from '@/lib/client/search-params'

/** From a later step of the sign-in back to its first: with another account, or anew. */
export function StartAgainLink({ next }: { next: string | undefined }) {
  const t = useTranslations('signIn')
  return (
    <LinkButton href={`/sign-in${searchParams({ next })}`} variant="ghost">
      {t('startAgain')}
    </LinkButton>
  )
}

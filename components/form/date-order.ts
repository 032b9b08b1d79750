'use client'

import { useLocale } from 'next-intl'
import { useMemo } from 'react'
import { type DateOrder, dateOrderOf } from '@/lib/forms/date-text'
import { useHydrated } from './use-hydrated'

/**
 * How the user writes a date: as his browser is set, which tells a Briton from an American where the language of the texts does not. The
 * server cannot know and takes the order of that language.
 */
export function useDateOrder(): DateOrder {
  const textsLocale = useLocale()
  const hydrated = useHydrated()
  return useMemo(
    () => dateOrderOf(hydrated ? new Intl.DateTimeFormat().resolvedOptions().locale : textsLocale),
    [hydrated, textsLocale],
  )
}

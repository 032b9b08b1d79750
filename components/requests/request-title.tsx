'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect } from 'react'
import { recordedRequestOptions } from '@/lib/client/request-queries'

/** What a request asks for, as soon as it is known; also the title of the window. */
export function RequestTitle({ requestId }: { requestId: string }) {
  const t = useTranslations('requests')
  const tCommon = useTranslations('common')
  const { data } = useQuery(recordedRequestOptions(requestId))
  const title = data
    ? t('titleOf', { kind: t(`kinds.${data.kind}`), name: data.subjectName ?? t('unnamed') })
    : t('one')

  useEffect(() => {
    document.title = tCommon('pageTitle', { title })
  }, [title, tCommon])

  return title
}

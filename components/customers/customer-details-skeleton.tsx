'use client'

import { useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Skeleton } from '@/components/ui/skeleton'
import { VisuallyHidden } from '@/components/ui/visually-hidden'

const lines = [1, 2, 3, 4, 5, 6, 7, 8]

/** The shape of the details while they are on their way. */
export function CustomerDetailsSkeleton() {
  const t = useTranslations('customerDetails')
  return (
    <div role="status">
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      <Card className="grid gap-x-8 gap-y-3 p-5 sm:grid-cols-2">
        {lines.map((line) => (
          <div key={line} className="grid grid-cols-[2fr_3fr] gap-3">
            <Skeleton className="w-24" />
            <Skeleton className="w-40 max-w-full" />
          </div>
        ))}
      </Card>
    </div>
  )
}

import { useTranslations } from 'next-intl'
import { CustomerDetailsSkeleton } from '@/components/customers/customer-details-skeleton'
import { BackLink } from '@/components/shell/back-link'
import { Skeleton } from '@/components/ui/skeleton'

// The frame of the page while the platform is asked: a slow platform must not look like a dead link.
export default function Loading() {
  const t = useTranslations('customerDetails')
  return (
    <>
      <div className="mb-5 grid gap-1">
        <BackLink href="/customers">{t('back')}</BackLink>
        <Skeleton className="my-1 h-6 w-64" />
      </div>
      <CustomerDetailsSkeleton />
    </>
  )
}

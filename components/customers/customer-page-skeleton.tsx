import { Skeleton } from '@/components/ui/skeleton'
import { CustomerDetailsSkeleton } from './customer-details-skeleton'

/** The shape of a page about a customer until the platform has told who that is. It has no heading: the real one takes the focus. */
export function CustomerPageSkeleton() {
  return (
    <>
      <Skeleton className="mb-3 h-5 w-32" />
      <Skeleton className="mb-6 h-8 w-72 max-w-full" />
      <Skeleton className="mb-6 h-10 w-full" />
      <CustomerDetailsSkeleton />
    </>
  )
}

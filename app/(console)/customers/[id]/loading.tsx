import { CustomerDetailsSkeleton } from '@/components/customers/customer-details-skeleton'

// The frame of a page while the platform is asked: a slow platform must not look like a dead link.
export default function Loading() {
  return <CustomerDetailsSkeleton />
}

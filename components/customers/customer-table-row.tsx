'use client'

import { useQuery } from '@tanstack/react-query'
import { RotateCw } from 'lucide-react'
import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { useEnumText } from '@/components/form/enum-text'
import { IconButton } from '@/components/ui/icon-button'
import { Skeleton } from '@/components/ui/skeleton'
import { Spinner } from '@/components/ui/spinner'
import { Cell, RowHeaderCell, TableRow } from '@/components/ui/table'
import { customerDetailsOptions } from '@/lib/client/customer-queries'
import { CustomerStatus } from './customer-status'
import { NotGiven } from './not-given'

/** One sub-customer. The list gives only id and name; the rest comes by a call of its own and may come later or not at all. */
export function CustomerTableRow({ id, name }: { id: string; name: string }) {
  const t = useTranslations('customers')
  const enumText = useEnumText()
  const { data, isPending, isError, isFetching, refetch } = useQuery(customerDetailsOptions(id))
  const shownName = name || t('unnamed')
  const type = data?.type ? enumText('customerType', data.type) : undefined

  return (
    <TableRow className="hover:bg-hover">
      <RowHeaderCell className="py-2">
        <Link
          href={`/customers/${encodeURIComponent(id)}`}
          prefetch={false}
          className="rounded-sm text-ink hover:text-accent-text hover:underline"
        >
          {shownName}
        </Link>
        {/* On a small screen the last two columns stand under the name. */}
        <span className="block min-h-4.5 font-normal text-ink-muted text-xs sm:hidden">
          {[type, data?.currency].filter(Boolean).join(' · ')}
        </span>
      </RowHeaderCell>
      {isError ? (
        <>
          <Cell className="py-1">
            <span className="flex flex-wrap items-center gap-x-1">
              <span className="text-danger-text">{t('rowFailed')}</span>
              <IconButton
                label={t('rowRetry', { name: shownName })}
                icon={isFetching ? <Spinner /> : <RotateCw aria-hidden="true" className="size-3.5" />}
                size="small"
                onClick={() => refetch()}
              />
            </span>
          </Cell>
          <Cell className="max-sm:hidden" />
          <Cell className="max-sm:hidden" />
        </>
      ) : (
        <>
          <Cell>
            {isPending ? (
              <Skeleton pill className="w-20" />
            ) : data.status ? (
              <CustomerStatus status={data.status} />
            ) : (
              <NotGiven />
            )}
          </Cell>
          <Cell className="max-sm:hidden">{isPending ? <Skeleton className="w-16" /> : (type ?? <NotGiven />)}</Cell>
          <Cell className="max-sm:hidden">
            {isPending ? <Skeleton className="w-10" /> : (data.currency ?? <NotGiven />)}
          </Cell>
        </>
      )}
    </TableRow>
  )
}

/** A row that is still to come. */
export function CustomerTableSkeletonRow() {
  return (
    <TableRow>
      <Cell className="py-2">
        <Skeleton className="my-0.5 w-48 max-w-full" />
        <span className="block min-h-4.5 sm:hidden" />
      </Cell>
      <Cell>
        <Skeleton pill className="w-20" />
      </Cell>
      <Cell className="max-sm:hidden">
        <Skeleton className="w-16" />
      </Cell>
      <Cell className="max-sm:hidden">
        <Skeleton className="w-10" />
      </Cell>
    </TableRow>
  )
}

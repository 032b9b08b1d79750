'use client'

import { useTranslations } from 'next-intl'
import { LocalTime } from '@/components/ui/local-time'
import { Skeleton } from '@/components/ui/skeleton'
import { Cell, RowHeaderCell, TableRow } from '@/components/ui/table'
import type { AuditEvent } from '@/lib/contract/audit-event'

/** One event of the audit log. */
export function AuditTableRow({ event }: { event: AuditEvent }) {
  const t = useTranslations('audit')
  const { at, kind, userEmail, actorEmail, address, device } = event
  const detail = useDetailText()(event)
  const actor = actorEmail ? t('by', { actor: actorEmail }) : undefined
  return (
    <TableRow className="hover:bg-hover">
      <RowHeaderCell className="break-words py-2">
        {t(`kinds.${kind}`)}
        {detail ? <span className="block font-normal text-ink-muted text-xs">{detail}</span> : null}
        <span className="block break-words font-normal text-ink-muted text-xs md:hidden">
          {userEmail}
          {actor ? ` · ${actor}` : null} · <LocalTime at={at} precise />
        </span>
        <span className="block break-words font-normal text-ink-muted text-xs lg:hidden">
          {[device, address].filter(Boolean).join(' · ')}
        </span>
      </RowHeaderCell>
      <Cell className="break-words py-2 max-md:hidden">
        {userEmail}
        {actor ? <span className="block text-ink-muted text-xs">{actor}</span> : null}
      </Cell>
      <Cell className="tabular-nums max-md:hidden">
        <LocalTime at={at} precise />
      </Cell>
      <Cell className="break-words py-2 max-lg:hidden">
        {device ?? t('unknownDevice')}
        {address ? <span className="block text-ink-muted text-xs">{address}</span> : null}
      </Cell>
    </TableRow>
  )
}

/** Words what is known of an event besides its kind; a detail that this console does not know is left out. */
function useDetailText(): (event: AuditEvent) => string {
  const t = useTranslations('audit.details')
  const tRole = useTranslations('shell.roles')
  return ({ detail: { role, factor, attempts } }) => {
    const roleKey = role as Parameters<typeof tRole.has>[0]
    const texts = [role && tRole.has(roleKey) ? tRole(roleKey) : undefined]
    for (const known of [factor, attempts]) {
      const key = known as Parameters<typeof t.has>[0]
      if (known && t.has(key)) texts.push(t(key))
    }
    return texts.filter(Boolean).join(' · ')
  }
}

/** A row that is still to come. */
export function AuditTableSkeletonRow() {
  return (
    <TableRow>
      <Cell className="py-2">
        <Skeleton className="my-0.5 w-40 max-w-full" />
        <span className="block min-h-4.5 lg:hidden" />
        <span className="block min-h-4.5 md:hidden" />
      </Cell>
      <Cell className="max-md:hidden">
        <Skeleton className="w-44" />
      </Cell>
      <Cell className="max-md:hidden">
        <Skeleton className="w-36" />
      </Cell>
      <Cell className="max-lg:hidden">
        <Skeleton className="w-36" />
      </Cell>
    </TableRow>
  )
}

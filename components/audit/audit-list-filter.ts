'use client'

import { knownValue, readDay, useAddressFilter } from '@/components/ui/use-address-filter'
import { auditKinds } from '@/lib/contract/audit-event'

/** What the audit log shows, kept in the address. */
export function useAuditListFilter() {
  return useAddressFilter((params) => ({
    kind: knownValue(auditKinds, params.get('kind')),
    /** A part of the e-mail address; "" for all. */
    user: params.get('user') ?? '',
    from: readDay(params.get('from')),
    to: readDay(params.get('to')),
  }))
}

export type AuditListFilter = ReturnType<typeof useAuditListFilter>['filter']

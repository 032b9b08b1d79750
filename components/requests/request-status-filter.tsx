'use client'

import { useTranslations } from 'next-intl'
import { Select } from '@/components/ui/select'
import { type CallStatus, callStatuses } from '@/lib/contract/enums'

type RequestStatusFilterProps = { status: CallStatus | undefined; onChange: (status: CallStatus | undefined) => void }

/** Which requests are listed, by status. */
export function RequestStatusFilter({ status, onChange }: RequestStatusFilterProps) {
  const t = useTranslations('requests')
  return (
    <div className="w-full sm:w-56">
      <label htmlFor="request-status" className="mb-1 block font-medium text-sm">
        {t('statusFilter')}
      </label>
      <Select
        id="request-status"
        value={status ?? ''}
        onChange={(event) => onChange(callStatuses.find((known) => known === event.target.value))}
      >
        <option value="">{t('allStatuses')}</option>
        {callStatuses.map((known) => (
          <option key={known} value={known}>
            {t(`filterStatuses.${known}`)}
          </option>
        ))}
      </Select>
    </div>
  )
}

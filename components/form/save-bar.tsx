'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { problemsIn } from '@/lib/forms/field-problem'

type SaveBarProps = {
  /** What is going on; stands in place of the number of faults. */
  status?: ReactNode
  /** The buttons. */
  children: ReactNode
}

/** Sticks to the bottom of the window and holds the buttons of a form, with how many faults are left. */
export function SaveBar({ status, children }: SaveBarProps) {
  const t = useTranslations('form')
  const { errors } = useFormState()
  const count = problemsIn(errors).length
  return (
    <div className="sticky bottom-[calc(3.5rem+env(safe-area-inset-bottom))] z-10 -mx-4 mt-5 flex flex-wrap items-center justify-end gap-x-4 gap-y-2 border-t bg-surface px-4 py-3 shadow-raised sm:mx-0 sm:rounded-lg sm:border sm:px-5 lg:bottom-4">
      <p role="status" className="me-auto text-ink-muted text-sm not-empty:max-sm:w-full">
        {status ?? (count > 0 ? <span className="text-danger-text">{t('errorsLeft', { count })}</span> : null)}
      </p>
      {children}
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { StickyBar } from '@/components/ui/sticky-bar'
import { problemsIn } from '@/lib/forms/field-problem'

type SaveBarProps = {
  /** What is going on; stands in place of the number of faults. */
  status?: ReactNode
  /** The buttons. */
  children: ReactNode
}

/** The bar with the buttons of a form, with how many faults are left. */
export function SaveBar({ status, children }: SaveBarProps) {
  const t = useTranslations('form')
  const { errors } = useFormState()
  const count = problemsIn(errors).length
  const faults = count > 0 ? <span className="text-danger-text">{t('errorsLeft', { count })}</span> : null
  return <StickyBar status={status ?? faults}>{children}</StickyBar>
}

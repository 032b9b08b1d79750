'use client'

import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useFormState } from 'react-hook-form'
import { fieldIds } from '@/components/ui/field-frame'
import { rootName } from '@/lib/forms/field-name'
import { problemAt } from '@/lib/forms/field-problem'
import { useElementHint, useElementLabel } from './element-text'
import { changeId, FieldChange, useIsTracked } from './field-change'
import { fieldId } from './field-id'
import { useProblemText } from './problem-text'

/** What every field takes. */
export type FieldProps = {
  /** The path of the element on the wire; also the name of the input. */
  name: string
  /** Instead of the element's own label. */
  label?: ReactNode
  /** Instead of the element's own hint; null for none. */
  hint?: ReactNode
  /** The element is mandatory where the field stands. Only said, never enforced: the schema does that. */
  required?: boolean
  className?: string
}

/** What is wrong with a list or an entry as a whole, whatever is wrong with its parts. */
export function useWholeError(name: string): string | undefined {
  return useErrorAt(name, `${name}.${rootName}`)
}

/** What is wrong with what has a name. Renders anew for that alone. */
function useErrorAt(name: string, heldAs: string): string | undefined {
  const { errors } = useFormState({ name: heldAs, exact: true })
  const problemText = useProblemText()
  const held = problemAt(errors, name)
  return held && problemText(held.problem)
}

/** What frames a field and what its control needs to be tied to label, hint and error. */
export function useField({ name, label, hint, required, className }: FieldProps) {
  const t = useTranslations('form')
  const title = useElementLabel()(name)
  const elementHint = useElementHint()(name)
  const error = useErrorAt(name, name)
  const shownHint = hint === undefined ? elementHint : hint
  const id = fieldId(name)
  const isTracked = useIsTracked(name)
  const { describedBy } = fieldIds(id, { hint: Boolean(shownHint), error: Boolean(error) })
  return {
    title,
    frame: {
      id,
      label: label ?? title,
      hint: shownHint,
      error,
      mark: required ? t('required') : undefined,
      className,
      aligned: true,
      note: isTracked ? <FieldChange id={id} name={name} /> : undefined,
    },
    control: {
      id,
      'aria-invalid': error ? true : undefined,
      'aria-required': required || undefined,
      'aria-describedby': [describedBy, isTracked && changeId(id)].filter(Boolean).join(' ') || undefined,
    },
  }
}

'use client'

import { useEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { problemsIn } from '@/lib/forms/field-problem'
import { mendedProblems } from '@/lib/forms/mended-problems'
import { errorName, type Reading, readDraft } from '@/lib/forms/resolver'
import { afterTyping } from './after-typing'

/**
 * Reads the whole draft again after each change, once a submission has failed. react-hook-form would look at the changed field alone, but a
 * rule between elements blames several, and mending one mends them all. Only fields whose fault has changed render anew.
 */
export function useRevalidation<Draft extends FieldValues, Wire extends FieldValues>(
  form: UseFormReturn<Draft, unknown, Wire>,
  reading: Reading<Draft, Wire>,
  active: boolean,
): void {
  const { subscribe, getValues, getErrors, setError, clearErrors } = form as unknown as UseFormReturn<FieldValues>

  useEffect(() => {
    if (!active) return
    function revalidate() {
      const draft = getValues()
      const parsed = readDraft(reading, draft as Draft)
      const shown = problemsIn(getErrors())
      const { mended, found } = mendedProblems(shown, parsed.ok ? [] : parsed.problems, draft)
      if (mended.length > 0) clearErrors(mended.map((name) => errorName(name, draft)))
      for (const { name, problem } of found) setError(errorName(name, draft), problem)
    }

    return afterTyping(subscribe, revalidate)
  }, [active, reading, subscribe, getValues, getErrors, setError, clearErrors])
}

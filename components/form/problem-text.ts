'use client'

import { useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { type Problem, problemTexts } from '@/lib/contract/problem'

type ProblemText = (problem: Pick<Problem, 'code' | 'params'>) => string

/** Words a fault for the user, wherever it was found: by the form, by the console's server or by the platform. */
export function useProblemText(): ProblemText {
  const t = useTranslations('problems')
  return useCallback(
    ({ code, params }) => {
      // A peer may name a code without the parameters that its text needs.
      const needed = problemTexts[code].match(/(?<=\{)\w+/g) ?? []
      return needed.every((name) => params?.[name] !== undefined) ? t(code, params) : t('invalid')
    },
    [t],
  )
}

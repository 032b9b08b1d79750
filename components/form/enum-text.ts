'use client'

import { type Messages, useTranslations } from 'next-intl'
import { useCallback } from 'react'

export type EnumName = keyof Messages['enums']

/** Words a value of an enumeration. A value that is newer than this console is shown as it came. */
export function useEnumText(): (name: EnumName, value: string) => string {
  const t = useTranslations('enums')
  return useCallback(
    (name, value) => {
      const key = `${name}.${value}` as Parameters<typeof t.has>[0]
      return t.has(key) ? t(key) : value
    },
    [t],
  )
}

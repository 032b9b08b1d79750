'use client'

import { type Messages, useTranslations } from 'next-intl'
import { useCallback } from 'react'
import { elementOfName, elementPathOfName, entriesOfName } from '@/lib/forms/field-name'

/** A list whose entries are rows of a form. */
export type EntryList = keyof Messages['form']['entries']

/** Label of the element that an input of this name holds. One that this console does not know is called by its wire name. */
export function useElementLabel(): (name: string) => string {
  const t = useTranslations('elements')
  return useCallback(
    (name) => {
      const element = elementOfName(name)
      const key = element as Parameters<typeof t.has>[0]
      return t.has(key) ? t(key) : element
    },
    [t],
  )
}

/** What is said of an element before it is filled in, if anything. */
export function useElementHint(): (name: string) => string | undefined {
  const t = useTranslations('elementHints')
  return useCallback(
    (name) => {
      const key = elementPathOfName(name) as Parameters<typeof t.has>[0]
      return t.has(key) ? t(key) : undefined
    },
    [t],
  )
}

/** What a field is called outside its place: "Address 2, City" for `address.1.city`. */
export function useFieldTitle(): (name: string) => string {
  const t = useTranslations('form')
  const elementLabel = useElementLabel()
  return useCallback(
    (name) => {
      const entries = entriesOfName(name).map(({ list, number }) => {
        const key = `entries.${list}.one` as Parameters<typeof t.has>[0]
        return t.has(key) ? t(key, { number }) : `${elementLabel(list)} ${number}`
      })
      const isEntry = /\.\d+$/.test(name)
      return [...entries, ...(isEntry ? [] : [elementLabel(name)])].join(t('titleSeparator'))
    },
    [t, elementLabel],
  )
}

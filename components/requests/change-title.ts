'use client'

import { useTranslations } from 'next-intl'
import { useFieldTitle } from '@/components/form/element-text'
import type { RecordedRequest } from '@/lib/client/request-queries'
import { fieldName } from '@/lib/forms/field-name'

type ChangePath = RecordedRequest['changes'][number]['path']

/** What a recorded change is called: an external parameter by its own name, which the user gave, any other element by its label. */
export function useChangeTitle(): (path: ChangePath) => string {
  const t = useTranslations('requests.changes')
  const fieldTitle = useFieldTitle()
  return (path) => {
    const [part, parameter = '', element = ''] = path.map(String)
    if (part === 'externalParams') return parameter
    if (part !== 'externalParamsConfig') return fieldTitle(fieldName(path))
    const key = `definitionElements.${element}` as Parameters<typeof t.has>[0]
    return t('ofDefinition', { name: parameter, element: t.has(key) ? t(key) : element })
  }
}

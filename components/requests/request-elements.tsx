'use client'

import { type Messages, useFormatter, useTranslations } from 'next-intl'
import { SectionCard } from '@/components/ui/card'

type ElementName = keyof Messages['elements']

/** Which elements were sent, grouped by the part of the customer that they belong to. */
export function RequestElements({ elements }: { elements: string[] }) {
  const t = useTranslations('requests')
  const tElement = useTranslations('elements')
  const format = useFormatter()
  if (elements.length === 0) return null

  // A path such as `address.0.zipCode` is worded step by step; a step that has no text is shown as it came.
  const word = (step: string) => {
    if (/^\d+$/.test(step)) return format.number(Number(step) + 1)
    return tElement.has(step as ElementName) ? tElement(step as ElementName) : step
  }
  return (
    <SectionCard
      id="elements"
      title={t('elements')}
      actions={<span className="text-ink-muted text-sm">{t('elementCount', { count: elements.length })}</span>}
    >
      <ul className="flex flex-wrap gap-1.5">
        {elements.map((path) => (
          <li key={path} className="rounded-sm border bg-muted px-2 py-0.5 text-ink-muted text-sm">
            {path.split('.').map(word).join(' › ')}
          </li>
        ))}
      </ul>
    </SectionCard>
  )
}

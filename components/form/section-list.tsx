'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useFormState } from 'react-hook-form'
import { classNames } from '@/components/ui/class-names'
import { problemsIn } from '@/lib/forms/field-problem'
import { type FormSection, problemCounts } from './form-section'

/** The sections of a long form, with the way to each and how many faults it has: a column beside it, a strip above it on a small screen. */
export function SectionList({ sections }: { sections: readonly FormSection[] }) {
  const t = useTranslations('form')
  const { errors } = useFormState()
  const current = useCurrentSection(sections)
  const strip = useRef<HTMLUListElement>(null)
  const counts = problemCounts(sections, problemsIn(errors))

  useEffect(() => {
    const list = strip.current
    const item = list?.querySelector<HTMLElement>(`[data-section="${current}"]`)
    // Scrolls the strip and never the page, as scrollIntoView would.
    if (list && item) list.scrollLeft = item.offsetLeft - (list.clientWidth - item.offsetWidth) / 2
  }, [current])

  return (
    <nav
      aria-label={t('sections')}
      className="sticky top-14 z-10 -mx-4 border-b bg-canvas max-lg:mb-4 sm:-mx-6 lg:top-20 lg:mx-0 lg:self-start lg:border-b-0"
    >
      <ul ref={strip} className="relative flex gap-1 overflow-x-auto px-3 py-2 lg:flex-col lg:gap-0.5 lg:p-0">
        {sections.map(({ id, title }) => {
          const count = counts.get(id) ?? 0
          return (
            <li key={id} data-section={id} className="shrink-0">
              <a
                href={`#${id}`}
                aria-current={current === id ? 'location' : undefined}
                className={classNames(
                  'flex min-h-8 items-center justify-between gap-2 whitespace-nowrap rounded px-2.5 py-1 pointer-coarse:min-h-touch lg:whitespace-normal',
                  current === id
                    ? 'bg-accent-soft font-medium text-accent-text'
                    : 'text-ink-muted hover:bg-muted hover:text-ink',
                )}
              >
                {title}
                {count > 0 ? (
                  <span className="min-w-5 rounded-full bg-danger-soft px-1.5 text-center font-medium text-danger-text text-xs">
                    <span aria-hidden="true">{count}</span>
                    <span className="sr-only">{t('sectionErrors', { count })}</span>
                  </span>
                ) : null}
              </a>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}

/** The section that is being read: the topmost one that reaches into the upper part of the window. */
function useCurrentSection(sections: readonly FormSection[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id)

  useEffect(() => {
    const inSight = new Set<string>()
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) inSight.add(target.id)
          else inSight.delete(target.id)
        }
        const topmost = sections.find(({ id }) => inSight.has(id))
        if (topmost) setCurrent(topmost.id)
      },
      { rootMargin: '-96px 0px -55% 0px' },
    )
    for (const { id } of sections) {
      const element = document.getElementById(id)
      if (element) observer.observe(element)
    }
    return () => observer.disconnect()
  }, [sections])

  return current
}

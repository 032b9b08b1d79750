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
    // Scrolls the strip and never the page, as scrollIntoView would while a long summary of errors stands above. Distances on the screen are
    // the same in both directions of writing.
    if (list && item) list.scrollLeft += middleOf(item) - middleOf(list)
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

function middleOf(element: Element): number {
  const { left, width } = element.getBoundingClientRect()
  return left + width / 2
}

/** Height of the window's part in which a section's beginning makes it the current one. */
const readingPart = 0.4

/** The section that is being read: the last one that begins in the upper part of the window or above it. */
function useCurrentSection(sections: readonly FormSection[]): string | undefined {
  const [current, setCurrent] = useState(sections[0]?.id)

  useEffect(() => {
    const elements = sections.flatMap(({ id }) => document.getElementById(id) ?? [])
    const observer = new IntersectionObserver(
      () => {
        const line = window.innerHeight * readingPart
        const begun = elements.filter((element) => element.getBoundingClientRect().top <= line)
        setCurrent((begun.at(-1) ?? elements[0])?.id)
      },
      { rootMargin: `0px 0px -${(1 - readingPart) * 100}% 0px` },
    )
    for (const element of elements) observer.observe(element)
    return () => observer.disconnect()
  }, [sections])

  return current
}

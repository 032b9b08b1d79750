'use client'

import { CircleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type MouseEvent, useEffect, useRef } from 'react'
import { useFormState } from 'react-hook-form'
import { classNames } from '@/components/ui/class-names'
import { fieldName } from '@/lib/forms/field-name'
import { type NamedProblem, problemAt } from '@/lib/forms/field-problem'
import { useFieldTitle } from './element-text'
import type { ErrorReport } from './error-report'
import { fieldId, focusField } from './field-id'
import { type FormSection, sectionOf } from './form-section'
import { useProblemText } from './problem-text'

type ErrorSummaryProps = {
  report: ErrorReport
  sections: readonly FormSection[]
  /** Goes to a field that another page of the form shows. */
  onElsewhere?: (name: string, section: FormSection) => void
}

/**
 * Everything that stands in the way, with a way to each field. It takes the focus when a submission has failed. What is mended meanwhile is
 * struck out and stays, so that nothing moves under the user's hands; the next submission makes a new list.
 */
export function ErrorSummary({ report, sections, onElsewhere }: ErrorSummaryProps) {
  const t = useTranslations('form')
  const problemText = useProblemText()
  const fieldTitle = useFieldTitle()
  const region = useRef<HTMLDivElement>(null)
  const { errors } = useFormState()
  const left = report.fields.filter(({ name }) => problemAt(errors, name)).length + report.rest.length

  // biome-ignore lint/correctness/useExhaustiveDependencies: each submission takes the focus anew.
  useEffect(() => {
    region.current?.scrollIntoView({ block: 'start' })
    region.current?.focus({ preventScroll: true })
  }, [report.submission])

  const groups = sections.map((section) => ({
    section,
    fields: report.fields.filter(({ name }) => sectionOf(sections, name) === section),
  }))
  // Whatever it told has been taken off the form.
  if (report.fields.length + report.rest.length === 0) return null
  return (
    // The focus has its title read out. No alert: what is struck out later must not interrupt the user's typing.
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; this is a list of links to them.
    <div
      ref={region}
      role="group"
      tabIndex={-1}
      aria-labelledby="error-summary-title"
      className="mb-5 scroll-mt-20 rounded-lg border border-danger-text/30 bg-danger-soft px-4 py-3.5 sm:px-5"
    >
      <h2 id="error-summary-title" className="flex items-center gap-2 font-semibold">
        <CircleAlert aria-hidden="true" className="size-4 shrink-0 text-danger-text" />
        {left > 0 ? t('errorSummary', { count: left }) : t('errorSummaryMended')}
      </h2>
      <ul className="mt-1 gap-x-8 sm:columns-2">
        {groups
          .filter(({ fields }) => fields.length > 0)
          .map(({ section, fields }) => (
            <li key={section.id} className="break-inside-avoid pt-1.5">
              <p className="text-ink-muted text-sm">{section.title}</p>
              <ul>
                {fields.map((named) => (
                  <SummaryLink
                    key={named.name}
                    named={named}
                    href={section.href}
                    onElsewhere={() => onElsewhere?.(named.name, section)}
                  />
                ))}
              </ul>
            </li>
          ))}
        {report.rest.map((problem) => (
          <li key={fieldName(problem.path) + problem.code} className="break-words pt-1.5">
            {problem.path.length > 0 ? `${fieldTitle(fieldName(problem.path))}: ` : null}
            {problemText(problem)}
          </li>
        ))}
      </ul>
    </div>
  )
}

type SummaryLinkProps = { named: NamedProblem; href?: string; onElsewhere: () => void }

function SummaryLink({ named: { name, problem }, href = '', onElsewhere }: SummaryLinkProps) {
  const problemText = useProblemText()
  const fieldTitle = useFieldTitle()
  const { errors } = useFormState({ name })
  const mended = problemAt(errors, name) === undefined

  function follow(event: MouseEvent) {
    if (focusField(name)) {
      event.preventDefault()
    } else if (href) {
      event.preventDefault()
      onElsewhere()
    }
  }

  return (
    <li>
      <a
        href={`${href}#${fieldId(name)}`}
        onClick={follow}
        className={classNames(
          'inline-block min-h-6 break-words rounded-sm py-0.5',
          mended ? 'text-ink-muted line-through' : 'text-danger-text underline underline-offset-2',
        )}
      >
        {fieldTitle(name)}: {problemText(problem.problem)}
      </a>
    </li>
  )
}

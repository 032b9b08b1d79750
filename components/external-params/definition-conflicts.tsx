'use client'

import { useTranslations } from 'next-intl'
import { useId } from 'react'
import { useFieldTitle } from '@/components/form/element-text'
import { useElementValue } from '@/components/form/element-value'
import { Button } from '@/components/ui/button'
import { FocusedAlert } from '@/components/ui/focused-alert'
import type { DefinitionElement } from '@/lib/contract/external-param-definition'
import type { DefinitionConflict } from '@/lib/forms/definition-draft'

type DefinitionConflictsProps = {
  conflicts: readonly DefinitionConflict[]
  onResolve: (element: DefinitionElement, choice: 'theirs' | 'mine') => void
}

/** What somebody else has set meanwhile, element by element, and the choice between that and the user's own. */
export function DefinitionConflicts({ conflicts, onResolve }: DefinitionConflictsProps) {
  const t = useTranslations('externalParams.definitions.conflict')
  return (
    <FocusedAlert tone="warning" title={t('title')} className="mb-4">
      <ul className="grid gap-2">
        {conflicts.map((conflict) => (
          <Conflict key={conflict.element} {...conflict} onResolve={onResolve} />
        ))}
      </ul>
    </FocusedAlert>
  )
}

type ConflictProps = DefinitionConflict & Pick<DefinitionConflictsProps, 'onResolve'>

function Conflict({ element, present, isMine, onResolve }: ConflictProps) {
  const t = useTranslations('externalParams.definitions.conflict')
  const id = useId()
  const field = useFieldTitle()(element)
  const value = useElementValue()(element, present)
  return (
    <li className="flex flex-wrap items-center gap-2">
      <span id={id} className="min-w-0 break-words">
        {value === '' ? t('emptied', { field }) : t('changed', { field, value })} {isMine ? null : t('stays')}
      </span>
      {isMine
        ? (['theirs', 'mine'] as const).map((choice) => (
            <Button key={choice} size="small" aria-describedby={id} onClick={() => onResolve(element, choice)}>
              {t(choice)}
            </Button>
          ))
        : null}
    </li>
  )
}

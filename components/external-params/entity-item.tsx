'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { classNames } from '@/components/ui/class-names'
import type { ExternalParamEntity } from '@/lib/client/external-param-queries'
import { ParamEditor } from './param-editor'

/** An entity as a list shows it. */
export type ListedEntity = {
  id: string
  title: string
  /** What else it is known by. */
  details: readonly { label: string; value: string }[]
}

type EntityItemProps = {
  ownerId: string
  entity: Exclude<ExternalParamEntity, 'customer'>
  item: ListedEntity
  /** Why it is here, where the list alone does not say. */
  note: string | undefined
  mayEdit: boolean
  onUnsaved: (isUnsaved: boolean) => void
}

/** One entity, and the editor of its values when it is opened. Closed, it keeps what was typed. */
export function EntityItem({ ownerId, entity, item, note, mayEdit, onUnsaved }: EntityItemProps) {
  const t = useTranslations('externalParams.list')
  const id = useId()
  const [open, setOpen] = useState(false)
  const [wasOpen, setWasOpen] = useState(false)

  function toggle() {
    setOpen(!open)
    setWasOpen(true)
  }

  return (
    <li className="rounded-lg border bg-surface shadow-card">
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 px-4 py-2.5 sm:px-5">
        <div className="grid min-w-0 gap-0.5">
          <h2 id={`${id}-title`} className="break-words font-medium tabular-nums">
            {item.title}
          </h2>
          {item.details.length > 0 ? (
            <dl className="flex flex-wrap gap-x-4 text-ink-muted text-sm">
              {item.details.map(({ label, value }) => (
                <div key={label} className="flex gap-1.5">
                  <dt>{label}</dt>
                  <dd className="tabular-nums">{value}</dd>
                </div>
              ))}
            </dl>
          ) : null}
          {note ? <p className="text-sm text-warning-text">{note}</p> : null}
        </div>
        <Button size="small" aria-expanded={open} aria-controls={`${id}-values`} onClick={toggle}>
          {t(open ? 'close' : mayEdit ? 'edit' : 'read')}
          <span className="sr-only"> {t('of', { name: item.title })}</span>
          <ChevronDown aria-hidden="true" className={classNames('size-3.5', open && 'rotate-180')} />
        </Button>
      </div>
      <div id={`${id}-values`} hidden={!open} className="border-t bg-canvas px-3 py-3 sm:px-5">
        {wasOpen ? (
          <ParamEditor
            ownerId={ownerId}
            entity={entity}
            entityId={item.id}
            subject={item.title}
            mayEdit={mayEdit}
            onUnsaved={onUnsaved}
          />
        ) : null}
      </div>
    </li>
  )
}

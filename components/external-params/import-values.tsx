'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Alert } from '@/components/ui/alert'
import { ImportEditor } from './import-editor'
import { ImportLatest } from './import-latest'
import { ImportProgress } from './import-progress'

/** Values of one parameter for many sub-customers: a new import, or the one that the address names, which a reload therefore keeps. */
export function ImportValues({ ownerId, mayEdit }: { ownerId: string; mayEdit: boolean }) {
  const t = useTranslations('externalParams.import')
  const id = useSearchParams().get('id')
  // The router follows the native history.
  const show = (search: string) => window.history.pushState(null, '', window.location.pathname + search)

  const place = useRef<HTMLDivElement>(null)
  const shown = useRef(id)

  // What started it, or asked for another, has gone with the focus.
  useEffect(() => {
    if (shown.current !== id) place.current?.focus()
    shown.current = id
  }, [id])

  if (id) {
    return (
      // biome-ignore lint/a11y/useSemanticElements: a fieldset groups controls; this is the place of what is told.
      <div ref={place} role="group" tabIndex={-1} aria-label={t('progressLabel')}>
        <ImportProgress key={id} id={id} mayEdit={mayEdit} onNew={() => show('')} />
      </div>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: as above.
    <div ref={place} role="group" tabIndex={-1} aria-label={t('newTitle')} className="grid gap-5">
      {mayEdit ? (
        <ImportEditor ownerId={ownerId} onStarted={(started) => show(`?id=${started}`)} />
      ) : (
        <Alert>{t('readOnly')}</Alert>
      )}
      <ImportLatest />
    </div>
  )
}

'use client'

import { useSearchParams } from 'next/navigation'
import { useTranslations } from 'next-intl'
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

  if (id) return <ImportProgress key={id} id={id} mayEdit={mayEdit} onNew={() => show('')} />
  return (
    <div className="grid gap-5">
      {mayEdit ? (
        <ImportEditor ownerId={ownerId} onStarted={(started) => show(`?id=${started}`)} />
      ) : (
        <Alert>{t('readOnly')}</Alert>
      )}
      <ImportLatest />
    </div>
  )
}

'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useId, useMemo, useState } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { ChangeTrackingContext } from '@/components/form/change-tracking'
import { DraftOffer } from '@/components/form/draft-offer'
import { ErrorSummary } from '@/components/form/error-summary'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { definitionElements } from '@/lib/contract/external-param-definition'
import { type DefinitionDraft, isSameDefinition } from '@/lib/forms/definition-draft'
import { valueAt } from '@/lib/forms/field-name'
import { DefinitionConflicts } from './definition-conflicts'
import { DefinitionFields } from './definition-fields'
import { DefinitionNotice } from './definition-notice'
import { titleOf } from './param-edit'
import type { TypedDefinitions } from './use-definition-draft'
import { useModifyDefinition } from './use-modify-definition'

type ModifyDefinitionProps = {
  /** The dialog stands also closed, or the focus would not come back to what has opened it. */
  open: boolean
  ownerId: string
  definition: ExternalParamDefinition
  /** Names of the entity's other definitions. */
  others: readonly string[]
  onAccepted: (requestId: string | undefined, typed: TypedDefinitions) => void
  onClose: () => void
}

/** Changes a definition, with what another name does to its values told before. */
export function ModifyDefinition({ open, ...options }: ModifyDefinitionProps) {
  const { definition, onClose } = options
  const t = useTranslations('externalParams.definitions')
  const tCommon = useTranslations('common')
  const formId = useId()
  const [nothing, setNothing] = useState(false)
  const { form, state, before, report, conflicts, draft, ...modify } = useModifyDefinition(options)
  const busy = state.kind === 'sending'
  const title = t('modify.title', { name: titleOf(definition) })
  const sections = useMemo(() => [{ id: formId, title, elements: definitionElements }], [formId, title])
  const tracking = useMemo(
    () => ({ before: (name: string) => valueAt(before, name), isUnderWay: () => false }),
    [before],
  )

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const isSame = isSameDefinition(before, form.getValues())
    setNothing(isSame)
    if (!isSame) modify.submit()
  }

  const footer = (
    <>
      <Button onClick={() => busy || modify.close()}>{t('modify.cancel')}</Button>
      <Button type="submit" form={formId} variant="primary" busy={busy} disabled={state.kind === 'unknown'}>
        {t('modify.submit')}
      </Button>
    </>
  )
  return (
    <Dialog
      open={open}
      onClose={() => busy || onClose()}
      title={title}
      closeLabel={tCommon('close')}
      size="large"
      footer={footer}
    >
      <ChangeTrackingContext value={tracking}>
        <FormProvider {...form}>
          <form id={formId} method="post" noValidate autoComplete="off" onSubmit={handleSubmit}>
            <DraftOffer offered={draft.offered} accept={draft.accept} discard={draft.discard} />
            <DefinitionNotice state={state} onSettled={modify.settle} />
            {conflicts.length > 0 ? <DefinitionConflicts conflicts={conflicts} onResolve={modify.resolve} /> : null}
            {report ? <ErrorSummary report={report} sections={sections} /> : null}
            <DefinitionFields base="" entity={definition.entityType}>
              <Consequence before={before} count={definition.activeValueCount ?? definition.valueCount ?? 0} />
            </DefinitionFields>
            <p role="status" className="min-h-5 text-ink-muted text-sm">
              {nothing ? t('modify.nothing') : null}
            </p>
          </form>
        </FormProvider>
      </ChangeTrackingContext>
      <LeaveGuard isUnsaved={modify.isDirty} kept={!draft.offered} />
    </Dialog>
  )
}

/** What becomes of the values, as soon as the name is another. */
function Consequence({ before, count }: { before: DefinitionDraft; count: number }) {
  const t = useTranslations('externalParams.definitions.modify')
  const draft = useWatch<DefinitionDraft>()
  const isRenamed = draft.name !== before.name
  const isHidden = before.isSearchable && draft.isSearchable === false
  return (
    <div role="status" className="mb-4 grid gap-2 empty:mb-0">
      {isRenamed ? <Alert tone="warning">{t('rename', { count })}</Alert> : null}
      {isHidden ? <Alert>{t('searchOff')}</Alert> : null}
    </div>
  )
}

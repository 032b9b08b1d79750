'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useId, useState } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { DraftOffer } from '@/components/form/draft-offer'
import { LeaveGuard } from '@/components/form/leave-guard'
import { useWireForm } from '@/components/form/use-wire-form'
import { Alert } from '@/components/ui/alert'
import { Button } from '@/components/ui/button'
import { Dialog } from '@/components/ui/dialog'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { sendModifyDefinition } from '@/lib/client/external-param-writes'
import {
  type ModifyExternalParamDefinition,
  parseModifyExternalParamDefinition,
} from '@/lib/contract/external-param-definition'
import type { Submission } from '@/lib/contract/submission'
import {
  type DefinitionDraft,
  draftOfDefinition,
  isSameDefinition,
  toModifyDefinition,
} from '@/lib/forms/definition-draft'
import { DefinitionFields } from './definition-fields'
import { DefinitionNotice } from './definition-notice'
import { titleOf } from './param-edit'
import { useDefinitionDraft } from './use-definition-draft'
import { useDefinitionSubmission } from './use-definition-submission'

type ModifyDefinitionProps = {
  ownerId: string
  definition: ExternalParamDefinition
  /** Names of the entity's other definitions. */
  others: readonly string[]
  onAccepted: (requestId: string) => void
  onClose: () => void
}

/** Changes a definition, with what another name does to its values told before. */
export function ModifyDefinition({ ownerId, definition, others, onAccepted, onClose }: ModifyDefinitionProps) {
  const t = useTranslations('externalParams.definitions')
  const tCommon = useTranslations('common')
  const formId = useId()
  const [nothing, setNothing] = useState(false)
  const [before] = useState(() => draftOfDefinition(definition))
  const [taken] = useState(others)
  const parse = useCallback((body: unknown) => parseModifyExternalParamDefinition(body, taken), [taken])
  const toWire = useCallback((draft: DefinitionDraft) => toModifyDefinition(before, draft), [before])
  const { state, send, handleSettled } = useDefinitionSubmission({
    call: (body: ModifyExternalParamDefinition, idempotencyKey) =>
      sendModifyDefinition(ownerId, { definitionId: definition.id, body, idempotencyKey }),
    onAccepted,
    onClose: () => close(),
  })
  const { form, submit, unlock, isDirty } = useWireForm({ initial: before, toWire, parse, send })
  const draft = useDefinitionDraft({
    form,
    initial: before,
    isUnsaved: isDirty,
    of: 'definition',
    subjectId: definition.id,
  })
  const busy = state.kind === 'sending'

  /** What was sent, or given up, is no draft any more. */
  function close() {
    draft.drop()
    onClose()
  }

  const settle = useCallback(
    (submission: Submission) => {
      if (submission.state === 'none') unlock()
      handleSettled(submission)
    },
    [unlock, handleSettled],
  )

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    const isSame = isSameDefinition(before, form.getValues())
    setNothing(isSame)
    if (!isSame) submit()
  }

  const footer = (
    <>
      <Button onClick={() => busy || close()}>{t('modify.cancel')}</Button>
      <Button type="submit" form={formId} variant="primary" busy={busy} disabled={state.kind === 'unknown'}>
        {t('modify.submit')}
      </Button>
    </>
  )
  return (
    <Dialog
      open
      onClose={() => busy || onClose()}
      title={t('modify.title', { name: titleOf(definition) })}
      closeLabel={tCommon('close')}
      size="large"
      footer={footer}
    >
      <FormProvider {...form}>
        <form id={formId} method="post" noValidate autoComplete="off" onSubmit={handleSubmit}>
          <DraftOffer offered={draft.offered} accept={draft.accept} discard={draft.discard} />
          <DefinitionNotice state={state} onSettled={settle} withProblems />
          <DefinitionFields base="">
            <Consequence before={before} count={definition.activeValueCount ?? definition.valueCount ?? 0} />
          </DefinitionFields>
          <p role="status" className="min-h-5 text-ink-muted text-sm">
            {nothing ? t('modify.nothing') : null}
          </p>
        </form>
      </FormProvider>
      <LeaveGuard isUnsaved={isDirty} kept />
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

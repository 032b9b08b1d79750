'use client'

import { useTranslations } from 'next-intl'
import { type FormEvent, useCallback, useEffect, useMemo, useState } from 'react'
import { FormProvider } from 'react-hook-form'
import { DraftOffer } from '@/components/form/draft-offer'
import { EntryRemoval } from '@/components/form/entry-removal'
import { ErrorSummary } from '@/components/form/error-summary'
import { FieldEntries } from '@/components/form/field-entries'
import { focusField } from '@/components/form/field-id'
import { LeaveGuard } from '@/components/form/leave-guard'
import { Button } from '@/components/ui/button'
import type { ExternalParamEntity } from '@/lib/client/external-param-queries'
import { sendCreateDefinitions } from '@/lib/client/external-param-writes'
import {
  type CreateExternalParamDefinitions,
  parseCreateExternalParamDefinitions,
} from '@/lib/contract/external-param-definition'
import { type DefinitionsDraft, newDefinition, toCreateDefinitions } from '@/lib/forms/definition-draft'
import { DefinitionFields } from './definition-fields'
import { DefinitionNotice } from './definition-notice'
import type { TypedDefinitions } from './use-definition-draft'
import { useDefinitionForm } from './use-definition-form'

type CreateDefinitionsProps = {
  ownerId: string
  entity: ExternalParamEntity
  /** Names that are taken. */
  present: readonly string[]
  onAccepted: (requestId: string | undefined, typed: TypedDefinitions) => void
  onClose: () => void
}

/** Asks for one or more definitions, which are made all or none. */
export function CreateDefinitions({ ownerId, entity, present, onAccepted, onClose }: CreateDefinitionsProps) {
  const t = useTranslations('externalParams.definitions')
  const [initial] = useState<DefinitionsDraft>(() => ({ externalParamsConfig: [{ ...newDefinition }] }))
  const names = present.join('\n')
  const parse = useCallback(
    (body: unknown) => parseCreateExternalParamDefinitions(body, names === '' ? [] : names.split('\n')),
    [names],
  )
  const { form, state, report, draft, submit, forgetEntry, isDirty, settle, close } = useDefinitionForm({
    initial,
    toWire: toCreateDefinitions,
    parse,
    of: 'newDefinitions',
    subjectId: `${ownerId}/${entity}`,
    call: (body: CreateExternalParamDefinitions, idempotencyKey) =>
      sendCreateDefinitions(ownerId, { entity, body, idempotencyKey }),
    onAccepted,
    onClose,
  })
  const sections = useMemo(() => [{ id: 'new-definitions', title: t('add'), elements: ['externalParamsConfig'] }], [t])

  useEffect(() => {
    focusField('externalParamsConfig.0.name')
  }, [])

  function handleSubmit(event: FormEvent) {
    event.preventDefault()
    submit()
  }

  return (
    <FormProvider {...form}>
      <form method="post" noValidate autoComplete="off" onSubmit={handleSubmit} className="mt-4 border-t pt-4">
        <p className="mb-3 text-ink-muted">{t('create.lead')}</p>
        <DraftOffer offered={draft.offered} accept={draft.accept} discard={draft.discard} />
        <DefinitionNotice state={state} onSettled={settle} />
        {report ? <ErrorSummary report={report} sections={sections} /> : null}
        <EntryRemoval value={forgetEntry}>
          <FieldEntries name="externalParamsConfig" blank={newDefinition}>
            {(base) => <DefinitionFields base={`${base}.`} entity={entity} />}
          </FieldEntries>
        </EntryRemoval>
        <div className="mt-4 flex flex-wrap justify-end gap-2">
          <Button onClick={close}>{t('create.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={state.kind === 'sending'}
            disabled={state.kind === 'unknown' || state.kind === 'acked'}
          >
            {t('create.submit')}
          </Button>
        </div>
      </form>
      <LeaveGuard isUnsaved={() => state.kind !== 'acked' && isDirty()} kept={!draft.offered} />
    </FormProvider>
  )
}

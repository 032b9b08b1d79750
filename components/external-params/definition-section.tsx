'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { useHydrated } from '@/components/form/use-hydrated'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { SectionCard } from '@/components/ui/card'
import { useDeferred } from '@/components/ui/use-deferred'
import type { ExternalParamDefinition, ExternalParamEntity } from '@/lib/client/external-param-queries'
import { maxDefinitions } from '@/lib/contract/external-param-definition'
import { DefinitionDialogs, type DefinitionDialogsHandle } from './definition-dialogs'
import { DefinitionItem } from './definition-item'
import { definitionSectionId } from './definition-place'
import type { DefinitionRequests } from './use-definition-requests'

const loadCreate = () => import('./create-definitions').then(({ CreateDefinitions }) => CreateDefinitions)

type DefinitionSectionProps = {
  ownerId: string
  entity: ExternalParamEntity
  definitions: readonly ExternalParamDefinition[]
  requests: DefinitionRequests
  mayEdit: boolean
  /** The entity whose new definitions are being entered. */
  creating: ExternalParamEntity | undefined
  onCreating: (entity: ExternalParamEntity | undefined) => void
}

/** The definitions for one kind of entity, and how many are left. */
export function DefinitionSection(props: DefinitionSectionProps) {
  const { ownerId, entity, definitions, requests, mayEdit, creating, onCreating } = props
  const t = useTranslations('externalParams.definitions')
  const ready = useHydrated()
  const dialogs = useRef<DefinitionDialogsHandle>(null)
  const addButton = useRef<HTMLButtonElement>(null)
  const isCreating = creating === entity
  const Create = useDeferred(loadCreate, isCreating)
  const isUnderWay = (wanted: string) =>
    requests.underWay.some(({ about }) => about.toLowerCase() === wanted.toLowerCase())
  const isFull = definitions.length >= maxDefinitions
  // Not disabled then: the focus is on it when its own request has filled the last place.
  const mayNotAdd = isFull || creating !== undefined
  const title = t(`entities.${entity}`)

  const wasCreating = useRef(false)

  // The button is there again only after the form has gone.
  useEffect(() => {
    if (wasCreating.current && !isCreating) addButton.current?.focus()
    wasCreating.current = isCreating
  }, [isCreating])

  const used = t('used', { count: definitions.length, max: maxDefinitions })
  return (
    <SectionCard
      id={definitionSectionId(entity)}
      tabIndex={-1}
      title={title}
      actions={<span className="text-ink-muted text-sm tabular-nums">{used}</span>}
    >
      {definitions.length === 0 ? <p className="text-ink-muted">{t('none')}</p> : null}
      <ul aria-labelledby={`${definitionSectionId(entity)}-title`} className="divide-y divide-line">
        {definitions.map((definition) => (
          <DefinitionItem
            key={definition.id}
            definition={definition}
            isUnderWay={isUnderWay(definition.id)}
            mayEdit={mayEdit && ready}
            onEdit={() => dialogs.current?.edit(definition)}
            onDelete={() => dialogs.current?.remove(definition)}
          />
        ))}
      </ul>
      {isUnderWay(entity) ? (
        <div className="mt-3">
          <Badge tone="info" busy>
            {t('underWay')}
          </Badge>
        </div>
      ) : null}
      {mayEdit && !isCreating ? (
        <div className="mt-3 flex flex-wrap items-center gap-3">
          <Button
            ref={addButton}
            disabled={!ready}
            aria-disabled={mayNotAdd}
            aria-label={t('addFor', { entity: title })}
            className="aria-disabled:opacity-50"
            onClick={() => mayNotAdd || onCreating(entity)}
          >
            <Plus aria-hidden="true" className="size-4" />
            {t('add')}
          </Button>
          {isFull ? <p className="text-ink-muted text-sm">{t('full', { max: maxDefinitions })}</p> : null}
        </div>
      ) : null}
      {isCreating && Create ? (
        <Create
          ownerId={ownerId}
          entity={entity}
          present={definitions.map(({ name }) => name)}
          onAccepted={(requestId, typed) => requests.accept({ about: entity, requestId, typed })}
          onClose={() => onCreating(undefined)}
        />
      ) : null}
      <DefinitionDialogs ref={dialogs} ownerId={ownerId} definitions={definitions} requests={requests} />
    </SectionCard>
  )
}

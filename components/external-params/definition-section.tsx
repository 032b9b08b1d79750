'use client'

import { Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef, useState } from 'react'
import { useHydrated } from '@/components/form/use-hydrated'
import { Badge } from '@/components/ui/badge'
import { Button } from '@/components/ui/button'
import { SectionCard } from '@/components/ui/card'
import { useDeferred } from '@/components/ui/use-deferred'
import type { ExternalParamDefinition, ExternalParamEntity } from '@/lib/client/external-param-queries'
import { maxDefinitions } from '@/lib/contract/external-param-definition'
import { DefinitionItem } from './definition-item'
import type { DefinitionRequests } from './use-definition-requests'

const loadCreate = () => import('./create-definitions').then(({ CreateDefinitions }) => CreateDefinitions)
const loadModify = () => import('./modify-definition').then(({ ModifyDefinition }) => ModifyDefinition)
const loadRemoval = () => import('./definition-removal').then(({ DefinitionRemoval }) => DefinitionRemoval)

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
  const [edited, setEdited] = useState<ExternalParamDefinition>()
  const [removed, setRemoved] = useState<ExternalParamDefinition>()
  const addButton = useRef<HTMLButtonElement>(null)
  const isCreating = creating === entity
  const Create = useDeferred(loadCreate, isCreating)
  const Modify = useDeferred(loadModify, edited !== undefined)
  const Removal = useDeferred(loadRemoval, removed !== undefined)
  const isUnderWay = (wanted: string) =>
    requests.underWay.some(({ about }) => about.toLowerCase() === wanted.toLowerCase())
  const isFull = definitions.length >= maxDefinitions
  const title = t(`entities.${entity}`)
  const others = (than: ExternalParamDefinition) =>
    definitions.filter(({ id }) => id !== than.id).map(({ name }) => name)

  const wasCreating = useRef(false)

  // The button is there again only after the form has gone.
  useEffect(() => {
    if (wasCreating.current && !isCreating) addButton.current?.focus()
    wasCreating.current = isCreating
  }, [isCreating])

  const used = t('used', { count: definitions.length, max: maxDefinitions })
  return (
    <SectionCard
      id={`definitions-${entity}`}
      title={title}
      actions={<span className="text-ink-muted text-sm tabular-nums">{used}</span>}
    >
      {definitions.length === 0 ? <p className="text-ink-muted">{t('none')}</p> : null}
      <ul aria-labelledby={`definitions-${entity}-title`} className="divide-y divide-line">
        {definitions.map((definition) => (
          <DefinitionItem
            key={definition.id}
            definition={definition}
            isUnderWay={isUnderWay(definition.id)}
            mayEdit={mayEdit && ready}
            onEdit={() => setEdited(definition)}
            onDelete={() => setRemoved(definition)}
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
            disabled={!ready || isFull || creating !== undefined}
            aria-label={t('addFor', { entity: title })}
            onClick={() => onCreating(entity)}
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
          onAccepted={(requestId) => requests.add({ requestId, about: entity })}
          onClose={() => onCreating(undefined)}
        />
      ) : null}
      {Modify && edited ? (
        <Modify
          key={edited.id}
          ownerId={ownerId}
          definition={edited}
          others={others(edited)}
          onAccepted={(requestId) => requests.add({ requestId, about: edited.id })}
          onClose={() => setEdited(undefined)}
        />
      ) : null}
      {Removal && removed ? (
        <Removal
          key={removed.id}
          ownerId={ownerId}
          definition={removed}
          onAccepted={(requestId) => requests.add({ requestId, about: removed.id })}
          onClose={() => setRemoved(undefined)}
        />
      ) : null}
    </SectionCard>
  )
}

'use client'

import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useDeferred } from '@/components/ui/use-deferred'
import type { ExternalParamDefinition } from '@/lib/client/external-param-queries'
import { focusDefinition } from './definition-place'
import type { DefinitionRequests } from './use-definition-requests'

const loadModify = () => import('./modify-definition').then(({ ModifyDefinition }) => ModifyDefinition)
const loadRemoval = () => import('./definition-removal').then(({ DefinitionRemoval }) => DefinitionRemoval)

/** Opens the dialogs about a definition. */
export type DefinitionDialogsHandle = {
  edit: (definition: ExternalParamDefinition) => void
  remove: (definition: ExternalParamDefinition) => void
}

type DefinitionDialogsProps = {
  ref: RefObject<DefinitionDialogsHandle | null>
  ownerId: string
  /** Those of the entity. */
  definitions: readonly ExternalParamDefinition[]
  requests: DefinitionRequests
}

/** What a dialog is about. It stays when the dialog is closed: only one that stands gives the focus back to what has opened it. */
type Asked = { kind: 'edit' | 'remove'; definition: ExternalParamDefinition; opening: number; open: boolean }

/** The dialogs that change a definition and delete it. */
export function DefinitionDialogs({ ref, ownerId, definitions, requests }: DefinitionDialogsProps) {
  const [asked, setAsked] = useState<Asked>()
  const openings = useRef(0)
  const Modify = useDeferred(loadModify, asked?.kind === 'edit')
  const Removal = useDeferred(loadRemoval, asked?.kind === 'remove')

  function ask(kind: Asked['kind'], definition: ExternalParamDefinition) {
    openings.current += 1
    setAsked({ kind, definition, opening: openings.current, open: true })
  }
  useImperativeHandle(ref, () => ({
    edit: (definition) => ask('edit', definition),
    remove: (definition) => ask('remove', definition),
  }))

  // What has opened it may have gone with its definition.
  useEffect(() => {
    if (asked && !asked.open && document.activeElement === document.body) focusDefinition(asked.definition.entityType)
  }, [asked])

  if (!asked) return null
  const { kind, definition, opening, open } = asked
  const shared = {
    open,
    ownerId,
    definition,
    onClose: () => setAsked({ ...asked, open: false }),
  }
  const others = definitions.filter(({ id }) => id !== definition.id).map(({ name }) => name)
  return (
    <>
      {Modify && kind === 'edit' ? (
        <Modify
          key={opening}
          {...shared}
          others={others}
          onAccepted={(requestId, typed) => requests.accept({ about: definition.id, requestId, typed })}
        />
      ) : null}
      {Removal && kind === 'remove' ? (
        <Removal
          key={opening}
          {...shared}
          onAccepted={(requestId) => requests.accept({ about: definition.id, requestId })}
        />
      ) : null}
    </>
  )
}

'use client'

import { useCallback, useSyncExternalStore } from 'react'
import { useFormContext } from 'react-hook-form'

/**
 * What the value at a name amounts to. Renders anew when that changes, not with every key, as watching the value would.
 * @param stateOf may be another function at each rendering
 */
export function useValueState<State extends string | boolean>(name: string, stateOf: (value: unknown) => State): State {
  const { subscribe, getValues } = useFormContext()
  // Also what changes in it, should it be a list or an entry.
  const onChange = useCallback(
    (changed: () => void) => subscribe({ name, formState: { values: true }, callback: changed }),
    [subscribe, name],
  )
  const state = () => stateOf(getValues(name))
  return useSyncExternalStore(onChange, state, state)
}

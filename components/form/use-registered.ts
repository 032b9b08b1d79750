'use client'

import { useState } from 'react'
import { useFormContext } from 'react-hook-form'

/**
 * What ties an input that the browser keeps to the form. What stands is in the page as the server sends it: the field is not empty until the
 * page's code runs, and what is typed before then can be told from it.
 */
export function useRegistered(name: string) {
  const { register, getValues } = useFormContext()
  const [stood] = useState<unknown>(() => getValues(name))
  const initially = typeof stood === 'boolean' ? { defaultChecked: stood } : { defaultValue: String(stood ?? '') }
  return { ...register(name), ...initially }
}

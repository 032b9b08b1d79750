'use client'

import { createContext } from 'react'

/** Told when an entry of a list has been taken off the form: whatever names entries by their number has to follow. */
export const EntryRemoval = createContext<(list: string, index: number) => void>(() => {})

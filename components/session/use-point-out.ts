'use client'

import { useAnnounce } from '@/components/ui/live-region'

/**
 * Leads to a field at which something is wrong. A screen reader reads the field with its error when the focus comes to it; where the focus is
 * there already (the form was sent by Enter) the text is announced.
 */
export function usePointOut(): (input: HTMLInputElement | null, text: string) => void {
  const announce = useAnnounce()
  return (input, text) => {
    if (document.activeElement === input) announce(text, 'assertive')
    input?.select()
    input?.focus()
  }
}

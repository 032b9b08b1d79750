import { readCampaign } from './campaign-text'
import { elementOfName } from './field-name'
import { asJson } from './problem-to-fields'
import { toWire } from './to-wire'

/** A draft's value as the wire has it: two spellings of a phone number or a rate are one value. */
export function wireValue(name: string, value: unknown): unknown {
  const element = elementOfName(name)
  if (element === 'campaign' && typeof value === 'string') return readCampaign(value)
  return toWire(value ?? '', 'kept', element)
}

/** Whether two values of a draft ask for the same on the wire. A switch that nobody has told is off. */
export function isSameDraft(name: string, before: unknown, value: unknown): boolean {
  const [one, other] = [before, value].map((held) => wireValue(name, held))
  return asJson(one === '' ? false : one) === asJson(other === '' ? false : other)
}

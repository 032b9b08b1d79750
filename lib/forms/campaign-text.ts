import { readNumber } from './number-text'

/**
 * Reads the numbers of campaigns, separated by commas, semicolons or line breaks. What is no number stays a text, so that the schema blames
 * it; a separator without a number beside it, as one leaves when deleting, says nothing.
 */
export function readCampaign(text: string): (number | string)[] {
  return text
    .split(/[,;\n]/)
    .filter((piece) => piece.trim() !== '')
    .map(readNumber)
}

/** Writes the numbers of campaigns as one text. */
export function showCampaign(campaign: readonly number[]): string {
  return campaign.join(', ')
}

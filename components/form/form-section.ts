import type { NamedProblem } from '@/lib/forms/field-problem'

/** A section of a long form, as data. */
export type FormSection = {
  /** Id of the section's element. */
  id: string
  title: string
  /** The elements at the top of the wire that the section shows. */
  elements: readonly string[]
  /** The page that shows it, where a form has several. */
  href?: string
}

/** The section that shows an element. */
export function sectionOf<Section extends FormSection>(
  sections: readonly Section[],
  name: string,
): Section | undefined {
  const top = name.split('.')[0] ?? ''
  return sections.find(({ elements }) => elements.includes(top))
}

/** How many faults each section has, by its id. */
export function problemCounts(
  sections: readonly FormSection[],
  problems: readonly NamedProblem[],
): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { name } of problems) {
    const id = sectionOf(sections, name)?.id
    if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1)
  }
  return counts
}

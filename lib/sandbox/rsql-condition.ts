import { and, eq, like, not, or, type SQL, sql } from 'drizzle-orm'
import { customer } from './db/schema'
import { foldName } from './fold-name'
import type { Expression } from './rsql'

/** What a search over sub-customers may compare. */
export const selectors = ['customerName', 'customerId'] as const

/**
 * The SQL condition of an expression. `*` stands for any characters, at any place, as often as one likes; names are compared without case.
 * A customer without a name is treated as one whose name is empty, so `!=` finds it.
 */
export function conditionOf(expression: Expression): SQL {
  if (expression.kind !== 'comparison') {
    const parts = expression.parts.map(conditionOf)
    return (expression.kind === 'and' ? and(...parts) : or(...parts)) ?? sql`true`
  }
  const equals = or(...expression.arguments.map((value) => equalsValue(expression.selector, value))) ?? sql`false`
  return expression.operator === '==' || expression.operator === '=in=' ? equals : not(equals)
}

function equalsValue(selector: string, value: string): SQL {
  const text = selector === 'customerName' ? sql`${customer.nameFolded}` : sql`${customer.id}::text`
  const folded = foldName(value)
  if (!folded.includes('*')) return eq(text, folded)
  return like(text, folded.replace(/[\\%_]/g, '\\$&').replace(/\*+/g, '%'))
}

import { and, eq, like, not, or, type SQL, sql } from 'drizzle-orm'
import type { Problem } from '@/lib/contract/problem'
import { foldName } from './fold-name'
import { type Expression, parseRsql, RsqlError } from './rsql'

/**
 * What a search may compare, by selector: the SQL condition that holds where `matches` does of the text that is compared, which must be folded
 * (`foldName`).
 */
export type Searchable = ReadonlyMap<string, (matches: (text: SQL) => SQL) => SQL>

/** The condition of the `query` of a list, or the fault of an expression that cannot be read. */
export function readCondition(query: unknown, searchable: Searchable): { condition?: SQL; problems: Problem[] } {
  // An empty field of a form is no search. What is no text at all is the schema's to name.
  if (typeof query !== 'string' || query === '') return { problems: [] }
  const selectors = [...searchable.keys()]
  try {
    return { condition: conditionOf(parseRsql(query, selectors), searchable), problems: [] }
  } catch (error) {
    if (!(error instanceof RsqlError)) throw error
    const params = { selectors: selectors.join(', '), reason: error.message }
    return { problems: [{ path: ['query'], code: 'queryFormat', params }] }
  }
}

/**
 * The SQL condition of an expression. `*` stands for any characters, at any place, as often as one likes; texts are compared without case.
 * `!=` finds what has no such text, too.
 */
function conditionOf(expression: Expression, searchable: Searchable): SQL {
  if (expression.kind !== 'comparison') {
    const parts = expression.parts.map((part) => conditionOf(part, searchable))
    return (expression.kind === 'and' ? and(...parts) : or(...parts)) ?? sql`true`
  }
  const { selector, operator, arguments: values } = expression
  const matches = (text: SQL) => or(...values.map((value) => equalsValue(text, value))) ?? sql`false`
  const equals = searchable.get(selector)?.(matches) ?? sql`false`
  return operator === '==' || operator === '=in=' ? equals : not(equals)
}

function equalsValue(text: SQL, value: string): SQL {
  const folded = foldName(value)
  if (!folded.includes('*')) return eq(text, folded)
  return like(text, folded.replace(/[\\%_]/g, '\\$&').replace(/\*+/g, '%'))
}

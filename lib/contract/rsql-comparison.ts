/**
 * The RSQL expression that compares a selector with a text, quoted so that no character of the text is read as an operator. An asterisk is a
 * wildcard in RSQL and cannot be escaped; typed by a user it stays one, which is what he expects of it.
 */
export function rsqlComparison(selector: string, value: string): string {
  return `${selector}=="${value.replace(/["\\]/g, '\\$&')}"`
}

/**
 * What a form holds while it is being filled: the wire's shape with every leaf a text, as typed, or a flag. Nothing is absent, so that each
 * input has a value from the start; an undefined flag is one that nobody has told.
 */
export type DraftOf<T> = [T] extends [boolean]
  ? boolean | undefined
  : [T] extends [readonly (infer Entry)[]]
    ? DraftOf<Entry>[]
    : [T] extends [object]
      ? { [Name in keyof Required<T>]: DraftOf<NonNullable<T[Name]>> }
      : string

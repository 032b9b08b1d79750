import * as fc from 'fast-check'
import type { ProblemCode } from './problem'

/**
 * The kinds of elements, told by examples and independently of the schemas: what is accepted (as sent, and as read), what is refused and
 * with which code, and an arbitrary of good values. Used by the tests alone.
 */
export type Kind = {
  accepted: [sent: unknown, read: unknown][]
  refused: [sent: unknown, code: ProblemCode][]
  arbitrary: fc.Arbitrary<unknown>
}

const same = (...values: unknown[]): [unknown, unknown][] => values.map((value) => [value, value])
const refusedAs = (code: ProblemCode, ...values: unknown[]): [unknown, ProblemCode][] =>
  values.map((value) => [value, code])

/** What is no text. `null` is left out: whether it stands for "not given" depends on the call. */
const notText = refusedAs('wrongType', 5, 0, true, false, [], {}, ['text'])
const malformedText: [unknown, ProblemCode][] = [
  ['nul \0 character', 'nulCharacter'],
  ['lone \ud83d surrogate', 'loneSurrogate'],
  ['\udc00', 'loneSurrogate'],
]

/** Texts that a person could type, awkward ones included. */
const awkwardTexts = [
  'Liberty',
  ' leading and trailing ',
  'Łódź Télécom',
  'شركة الاتصالات',
  '\u202eright to left override',
  '株式会社フロー',
  '👩‍👩‍👧‍👦 & "Söhne"',
  '<script>alert(1)</script>',
  "Robert'); DROP TABLE customer;--",
  'tab\tand\nnew line',
  '__proto__',
  'null',
  '0',
  'x'.repeat(20_000),
]

const filled = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
  .filter((value) => value.trim() !== '' && !value.includes('\0'))

export const text: Kind = {
  accepted: same(...awkwardTexts, ' ', '\u00a0'),
  refused: [...notText, ...malformedText],
  arbitrary: filled,
}

export const filledText: Kind = {
  accepted: same(...awkwardTexts),
  refused: [...text.refused, ...refusedAs('required', ' ', '\t\n', '\u00a0\u3000')],
  arbitrary: filled,
}

export const flag: Kind = {
  accepted: same(true, false),
  refused: refusedAs('wrongType', 'true', 'false', 'x', 0, 1, [], {}),
  arbitrary: fc.boolean(),
}

/** An enumeration: every value in any case, and nothing else. */
export function enumeration(...values: string[]): Kind {
  return {
    accepted: values.flatMap((value): [string, string][] => [
      [value, value],
      [value.toLowerCase(), value],
      [value.slice(0, 1) + value.slice(1).toLowerCase(), value],
    ]),
    refused: [
      ...refusedAs('notOneOf', 'OTHER', ' ', ` ${values[0]}`, `${values[0]} `, 5, true, [], {}, [values[0]]),
      // Upper-casing must not make a value of what is none: the dotless i of Turkish, the long s, prototype names.
      ...refusedAs('notOneOf', 'actıve', 'maıl', 'miſ', '__proto__', 'constructor', 'toString'),
      ['\0', 'nulCharacter'],
      ['\ud800', 'loneSurrogate'],
    ],
    arbitrary: fc.constantFrom(...values.flatMap((value) => [value, value.toLowerCase()])),
  }
}

const idTypes = enumeration('ID', 'PASSPORT', 'DRIVER_LICENSE')

/** The identity types, with the name that the create page's own example gives to ID. */
export const idType: Kind = {
  ...idTypes,
  accepted: [...idTypes.accepted, ['nationalId', 'ID'], ['NATIONALID', 'ID'], ['nationalid', 'ID']],
}

export const uuid: Kind = {
  accepted: same('ff74dca6-8e7f-4b85-a42b-13860913b370', 'FF74DCA6-8E7F-4B85-A42B-13860913B370'),
  refused: [
    ...notText,
    ...refusedAs(
      'uuidFormat',
      ' ',
      'x',
      'ff74dca68e7f4b85a42b13860913b370',
      'ff74dca6-8e7f-4b85-a42b-13860913b37',
      'ff74dca6-8e7f-4b85-a42b-13860913b370 ',
      'gf74dca6-8e7f-4b85-a42b-13860913b370',
    ),
  ],
  arbitrary: fc.uuid(),
}

export const emailAddress: Kind = {
  accepted: same(
    'shaul.cohen@flolive.net',
    'a@b.co',
    'a+tag@sub.example.co.uk',
    "o'hara@example.com",
    'A_1%x@EXAMPLE.COM',
  ),
  refused: [
    ...notText,
    ...malformedText,
    ...refusedAs(
      'emailFormat',
      ' ',
      'x',
      'x@',
      '@example.com',
      'x@example',
      'x@.com',
      'x@example.',
      'x@exam_ple.com',
      'x@-example.com',
      'x y@example.com',
      'x@example.com ',
      'x@example.com\n',
      'x@y@example.com',
      'Shaul <x@example.com>',
      'x@example.com,y@example.com',
      `x@${'y'.repeat(64)}.com`,
    ),
  ],
  arbitrary: fc.stringMatching(/^[a-z0-9.+_-]{1,10}@[a-z0-9]{1,10}\.[a-z]{2,5}$/),
}

export const phoneNumber: Kind = {
  accepted: same('1234567', '+1234567', '972542265160', '+972542265160', '123456789012345', '+123456789012345'),
  refused: [
    ...notText,
    ...malformedText,
    ...refusedAs(
      'phoneFormat',
      '123456',
      '+123456',
      '1234567890123456',
      '+1234567890123456',
      '+',
      '++1234567',
      '1234567+',
      '+972 54 226 5160',
      '972-54-2265160',
      '(972)542265160',
      ' 972542265160',
      '972542265160 ',
      '972542265160\n',
      '0542265160',
      '00972542265160',
      '97254226516x',
      '٩٧٢٥٤٢٢٦٥١٦٠',
    ),
  ],
  arbitrary: fc.stringMatching(/^\+?[1-9][0-9]{6,14}$/),
}

/** A date as the wire has it, DDMMYYYY. */
export function wireDate(date: Date): string {
  const [year = '', month = '', day = ''] = date.toISOString().slice(0, 10).split('-')
  return day + month + year
}

const dayMs = 24 * 60 * 60 * 1000

export const birthdate: Kind = {
  accepted: same(
    '28122000',
    '01011900',
    '31121999',
    '29022000',
    '29022024',
    '30041985',
    '01010001',
    wireDate(new Date(Date.now() - dayMs)),
    wireDate(new Date()),
  ),
  refused: [
    ...notText,
    ...malformedText,
    [28122000, 'wrongType'],
    ...refusedAs(
      'dateFormat',
      ' ',
      'x',
      '2812200',
      '281220000',
      '28-12-2000',
      '28.12.2000',
      '2000-12-28',
      '28122000 ',
      '28122000\n',
      '٢٨١٢٢٠٠٠',
    ),
    ...refusedAs(
      'dateNotReal',
      '31022000',
      '30022000',
      '29021900',
      '29022100',
      '29022023',
      '31042000',
      '32012000',
      '00012000',
      '01002000',
      '01132000',
      '12312000',
      '01010000',
      '99999999',
    ),
    ...refusedAs('dateInFuture', wireDate(new Date(Date.now() + 2 * dayMs)), '01019999'),
  ],
  arbitrary: fc
    .date({ min: new Date('1900-01-01T00:00:00Z'), max: new Date('2020-12-31T00:00:00Z'), noInvalidDate: true })
    .map(wireDate),
}

export const currency: Kind = {
  accepted: [...same('USD', 'EUR', 'GBP', 'XCG', 'ZWG', 'XAD', 'XDR', 'SLE'), ['usd', 'USD'], ['eUr', 'EUR']],
  refused: [
    ...notText,
    ...malformedText,
    ...refusedAs('currencyUnknown', ' ', 'US', 'USDD', ' USD', 'USD ', '$', '840', 'ZZZ', 'ıDR', '__proto__'),
    ...refusedAs('currencyUnknown', 'XXX', 'XTS', 'XAU', 'XAG', 'XPT', 'XPD', 'xau'),
    ...refusedAs('currencyUnknown', 'DEM', 'HRK', 'BGN', 'ANG', 'ZWL', 'SLL', 'CUC', 'VEF', 'BYR', 'TRL', 'hrk'),
  ],
  arbitrary: fc.constantFrom('USD', 'EUR', 'GBP', 'ILS', 'JPY', 'pln', 'Chf'),
}

const notNumber = refusedAs(
  'wrongType',
  '0',
  '8.5',
  'x',
  ' ',
  true,
  false,
  [],
  {},
  Number.POSITIVE_INFINITY,
  Number.NaN,
)

export const decimal: Kind = {
  accepted: same(0, 0.01, 8.5, 100, 1234.567, 1e15, 1e21, Number.MAX_VALUE, Number.MIN_VALUE),
  refused: [...notNumber, ...refusedAs('tooSmall', -0.01, -1, -Number.MAX_VALUE)],
  // Minus zero is read as it is sent, but JSON has no word for it.
  arbitrary: fc.double({ min: 0, noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
}

export const wholeNumber: Kind = {
  accepted: same(0, 1, 15, 365, Number.MAX_SAFE_INTEGER),
  refused: [
    ...notNumber,
    ...refusedAs('notWhole', 1.5, 0.1, -0.5),
    ...refusedAs('tooSmall', -1, -15),
    ...refusedAs('tooLarge', Number.MAX_SAFE_INTEGER + 1, 1e21),
  ],
  arbitrary: fc.nat(),
}

export const invoiceText: Kind = {
  accepted: same(
    'free text',
    ' ',
    'x'.repeat(60),
    'é'.repeat(30),
    '株'.repeat(20),
    '🚀'.repeat(15),
    `x${'é'.repeat(29)}y`,
    'line\nline',
  ),
  refused: [
    ...notText,
    ...malformedText,
    ...refusedAs(
      'tooManyBytes',
      'x'.repeat(61),
      `${'é'.repeat(30)}x`,
      'é'.repeat(31),
      `${'株'.repeat(20)}x`,
      `${'🚀'.repeat(15)}x`,
      'x'.repeat(200_000),
    ),
  ],
  arbitrary: fc.stringMatching(/^[a-zA-Z0-9 éß株]{1,20}$/),
}

import { expect, test } from 'vitest'
import { leadsAway } from './leads-away'

const here = 'https://console.example/customers/new?from=list#contact'

test.each([
  ['https://console.example/customers', true],
  ['https://console.example/customers/new', true],
  ['https://console.example/customers/new?from=list', false],
  ['https://console.example/customers/new?from=list#invoice', false],
  ['https://elsewhere.example/customers', false],
  ['http://console.example/customers', false],
  ['mailto:support@console.example', false],
])('a link to %s leads to another page of the console: %s', (href, away) => {
  expect(leadsAway(href, here)).toBe(away)
})

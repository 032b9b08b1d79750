import type messages from './en.json'

// Makes a misspelt key of a text a type error everywhere.
declare module 'next-intl' {
  interface AppConfig {
    Locale: 'en'
    Messages: typeof messages
  }
}

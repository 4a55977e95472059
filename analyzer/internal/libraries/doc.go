// Package libraries is the table of what is known of libraries that call something again: which of their functions do,
// for what, and what ends that. To add one is to add an entry: docs/retriedcode-libraries.md says how.
//
//   - library.go: what an entry says
//   - libraries.go: the entries
package libraries

// Package codegen turns a table of codes into Go: typed, documented constants of one or more
// domains, with the methods that package codes has.
//
// It has three steps, each of which knows nothing of the others' business:
//
//	file --Reader--> Sheet --Interpret--> Table --Generate--> Files --WriteFiles--> disk
//
// A [Reader] knows one file format ([TSV], [CSV], [Markdown], [JSON]) and splits it into cells, each
// with its position.
// [Interpret] knows what the columns mean and refuses a table that makes no domain. [Generate]
// knows what the Go source looks like: domain.go.tmpl is the file of one domain, and
// support/support.go is the file that all domains of a package share. [Run] is all of it as a
// command.
//
// # Tables
//
// The first row, or the keys of JSON objects, name the columns, by the first word of each cell and in any order; columns with
// other names are left alone.
//
//	domain       which domain the row belongs to; a table of one domain may go without
//	value        the code: a decimal integer of 32 bits
//	name         the constant's name, without the domain's prefix
//	retry        the retry class: success, backoff, fix or never
//	description  the vendor's words
//	why          why it is in this class; may be left out
//
// # What is generated
//
// The generated code depends on the standard library only, and not on package codes: a package
// that declares a domain of its own need not depend on this module to be built, and doesn't look
// to the linter like a program that uses the messaging API. The price is that each such package
// has its own Retry and ParseError; the classes have the same values everywhere, so
// codes.Retry(c.Retry()) converts.
package codegen

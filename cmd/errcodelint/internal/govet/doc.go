// Package govet runs the go command and reads what it says.
//
// `go vet -json` writes one JSON object per package to stdout (before Go 1.26, to stderr), and to
// stderr what the compiler, the tools and the go command itself have to say, under a `# package`
// line each where it is about a package. It ends with 0 when there are findings and with 1 when
// a package does not compile, a check panicked or a pattern matched nothing; which of these it was
// is worked out here, from the text.
package govet

// Package edit writes the text of fixes: a code's name as an expression of the
// type that its place needs, and the import that the name needs.
//
// What it writes compiles and is gofmt'd by itself. All diagnostics of a file
// that need the import make the same edit for it, so that any driver can merge
// them. Where it cannot be sure, there is no fix.
//
//   - name.go: names in place of literals; declared.go: of the constants of declared domains
//   - insert.go, write.go: names and other text where there was none; rewrite.go: formatted as what is around it
//   - imports.go: the import that a name needs
//   - source.go: the file's text
package edit

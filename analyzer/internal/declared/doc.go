// Package declared knows the domains of a package: the built-in ones, those that
// it declares or extends by directives, and those that it learns of from its
// imports. It answers for package binding, whose facts it keeps.
//
// A type's domain is a fact on the type and goes wherever the type goes. The rest
// (keys, constants, added codes, types of other modules) is a fact on the
// declaring package, and holds in the packages that import it directly: drivers
// differ in how far such facts travel.
//
//   - view.go: what is known, and the questions
//   - facts.go: what importers learn
//   - declare.go, reader.go, members.go: directives that make domains
//   - bind.go: directives that bind values to them
package declared

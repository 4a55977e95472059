// Package effects says what a package's code does beside giving results: which memory a statement, a function or a call
// may change with all that it calls, where it lets other goroutines in, whether it returns, and whether it ends a panic.
// Memory is told by what it is, a field, an element of a list, a variable, rather than by where it is: which variables of
// one function lead there is package codeflow's to know. It stands on what package index has seen in the package's text,
// on package foreign's tables, and on the facts that other packages have told of their own functions. Where neither
// says anything, it takes a function to change all that it can reach.
//
//   - effects.go: what is known of a package, and told to its importers
//   - writes.go: a set of changes, as it is put together; changes.go: what is in it; objects.go: variables and fields as bits
//   - body.go: what one body does by itself; append.go, reflects.go: what append and reflection change
//   - call.go: a call; tally.go: a function with all that it calls; iterate.go: one that a loop ranges over
//   - callees.go: what a call may call that names no function; hidden.go: methods that others call unasked
//   - reachable.go: what somebody can change who holds a value of a type; quiet.go: functions that change nothing
//   - letting.go: where others are let in; noreturn.go: what never returns; recovers.go: what ends a panic
package effects

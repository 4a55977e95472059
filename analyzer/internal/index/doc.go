// Package index walks over a package once, and notes what its text tells of functions and variables whatever way an
// execution takes: where a function is called and what a literal is used for, which variables are stored to and by whom,
// whose address somebody may have, which lists share their memory. It knows nothing of codes. Package codeflow stands on
// it: what the walk has not seen to change a variable, nothing does.
//
//   - index.go: what is noted of a package, and the conclusions that need the whole walk; variable.go: of a variable
//   - indexer.go: the walk: functions, calls, literals
//   - stored.go: stores, and addresses; keepers.go: which calls keep an address that they get
//   - list.go: lists that share their memory; fieldfuncs.go: functions in fields
//   - linked.go: what others reach by its name alone
//   - launch.go: goroutines, and functions that other packages get, or give
package index

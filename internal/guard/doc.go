// Package guard keeps what goes wrong in an analyzer from being lost.
//
// Drivers differ in what they make of an analyzer that fails: gopls shows nothing and remembers that,
// unitchecker ignores it on dependencies, others end. So no analyzer of the suite fails: [Guard] makes
// its Run recover, and return an empty Result that holds the [Failure]. One check, baddirective, reports
// the failures of all others by [Report].
package guard

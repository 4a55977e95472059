// Package relays knows the functions that call a function which they get, once, and hand on what it
// returns, as every second module has one:
//
//	func Timed[T any](name string, f func() (T, error)) (T, error) {
//		start := time.Now()
//		v, err := f()
//		observe(name, time.Since(start), err)
//		return v, err
//	}
//
// It fails if, and only if, what it gets fails, but for trouble of its own: a breaker that is open, a time
// that is over. Those of other packages of the program are known by facts, those of libraries by a table.
//
//   - relays.go: who is asked, and facts; site.go: where a function calls what it gets; returns.go: whether all
//     that it returns behind that is what came of it; failed.go: whether it has failed there; libraries.go: the table
//   - runs.go: functions that call what they get once, whatever they return
//   - decorators.go: functions that return one which hands on; chains.go: which have each of a list do so
package relays

// Package repeats knows the functions of a program that call a function again
// while it fails, as every second module has one:
//
//	func Do(ctx context.Context, n int, fn func() error) error {
//		var err error
//		for range n {
//			if err = fn(); err == nil {
//				return nil
//			}
//		}
//		return err
//	}
//
// Such a helper calls one of its parameters in a loop that a nil error leaves, and
// nothing else looks at the error but, perhaps, another parameter: a predicate. Or
// it goes on until another parameter likes what the one has brought. A function that
// hands its parameters on to a helper is one itself. Helpers of other packages are
// known by facts. What a helper is told by a struct, or by options, is known as far
// as the functions are that make them.
//
//   - repeats.go, called.go, uses.go, leaves.go: helpers, how they call a parameter, and what ends that; judged.go, asked.go: what they ask
//     of the error and of the result; verdict.go: what the function says itself; except.go: which errors that excepts; facts.go: other packages' helpers
//   - curried.go: helpers that a function makes of its settings
//   - config.go, fields.go: what a helper is told by a struct; makers.go, options.go: who makes that;
//     values.go, stores.go: what is in its fields
package repeats

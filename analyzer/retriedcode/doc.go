// Package retriedcode defines an analyzer that reports codes for which the same
// request is sent again although it cannot succeed.
//
// # Analyzer retriedcode
//
// retriedcode: report codes that are retried and cannot succeed
//
// A request that was refused for good is refused again: it costs money, gets
// senders blocked and hides the fault.
//
//	for range 5 {
//		r, err := send(ctx, m)
//		if err != nil {
//			return err
//		}
//		if r.ResponseCode == codes.ResponseSuccess {
//			return nil
//		}
//		time.Sleep(time.Second) // 11 InvalidRecipient comes here, too
//	}
//
// The analyzer reports where a code of class never reaches the point at which
// the same request is sent again: loops, goto, recursion, functions and tables
// that say what to send again, and what is handed to retry libraries. A code of
// class fix passes only once somebody has acted, so it is reported where nothing
// is done about it on the way.
//
// What goes round with another request is no retry: a batch over recipients,
// another endpoint, the next page. Errors of the transport are none of its
// business.
//
// # Categories
//
//   - loop: a loop that sends the same request again for such codes
//   - goto: a goto that does
//   - recursion: a function that calls itself to do so, also by a timer or in a
//     goroutine
//   - predicate: a function that says that such a code is to be sent again
//   - set: a set or table of codes to send again that holds such a code
//   - library: a call of a retry library, or of a helper of the program, in
//     whatever package, with a function that fails for such codes
//   - redelivery: a message that is given back to its queue, or a request that
//     a loop puts back into it, for such codes
//   - abandoned: a code that passes by itself is marked as final
package retriedcode

// Package missedcode defines an analyzer that reports dispatches on an error
// code that forget some of the codes.
//
// # Analyzer missedcode
//
// missedcode: report dispatches that do not say what happens to some error codes
//
// A switch over codes that has no case for some of them, and no default, lets
// them pass in silence, as if the message had been accepted:
//
//	switch reply.ResponseCode {
//	case codes.ResponseInsufficientCredit:
//		return errNoCredit
//	case codes.ResponseThrottlingRateExceeded:
//		return errBusy
//	}
//	return nil // also for InvalidRecipient, AccountDisabled, …
//
// The analyzer reports a switch, an if/else-if chain of three or more branches
// on a code, and a ladder of three or more consecutive ifs on a code that all
// leave, if they do not say what happens to documented codes that can still
// arrive there. Codes that were dealt with before do not count.
//
// By default, a default or else says so unless it is empty, and so does what
// follows a dispatch whose cases all leave, unless it only returns zero values,
// and a value that was given before to every variable that the cases assign. None
// of them does if it takes a success code together with codes that fail. The flag
// -missedcode.default has two other rules: always and never.
//
// In a function that returns a bool, cases that only return true or false make a
// set of codes, which is not reported, and so do cases that only set one boolean
// variable.
//
// A switch or map literal below or beside the comment //errcodelint:exhaustive
// has to name every documented code, whatever its default.
//
// The fix adds the cases that are missing, with the behaviour that the program
// has now, for somebody to fill in.
//
// # Categories
//
//   - switch: a switch, with or without a tag
//   - chain: an if with three or more branches on a code
//   - ladder: three or more consecutive ifs on a code that all leave
//   - success: a dispatch whose default or else takes a success code together
//     with codes that fail
//   - map: a map literal that is marked exhaustive
package missedcode

// Package retries finds out what check retriedcode should have said.
//
// The check claims for which codes the same request is sent again. This package
// does not reason about that: it writes functions that send a message, compiles
// them, and runs them against an API that answers what it is told to. It shares no
// code with the check, nor with the code flow under it.
//
// # How it works
//
// [Generate] writes a [Program] from a seed: functions that send, as people write
// them, in every kind of loop, by goto, by recursion or by a helper, and those
// that only look so: batches, other endpoints, pages, polls, workers.
// [Toolchain.Observe] runs each with every code of its domain, undocumented ones
// and trouble of the transport, alone and one after the other. Package api, which
// is linked into the programs, notes which requests are sent again; what differs
// in a number, a time or the count of attempts is the same request.
// [Toolchain.Claims] reads what the check reports. [Compare] holds both together:
//
//   - [False]: a code is named, or counted, for which nothing is sent again. There
//     must be none, whatever the function is made of.
//   - [Missed]: a code of class never is sent again, or one of class fix about
//     which nothing is done, nothing else having gone wrong, and is not reported.
//     There must be none either, but in functions of which a production says why
//     ([Function.Reasons]).
//
// What a predicate or a set says is run by itself, with every code: there the check
// reports what is said, not what comes of it.
//
// [Toolchain.Shrink] makes the function of a finding small enough to read.
//
// # Where to look
//
//   - program.go: a program and its functions, and how they are written as files
//   - generate.go: the generator's state and its choice among productions
//   - replies.go, failing.go: how a function sends, and what comes back
//   - tests.go, errortests.go, guards.go, settle.go: what is asked about a code or an
//     error, and what is done then
//   - loops.go, jumps.go, conditions.go, helpers.go, others.go: what goes round
//   - api: drives the functions, answers and takes notes
//   - observe.go, claims.go, compare.go, stats.go, shrink.go: what is wrong
package retries

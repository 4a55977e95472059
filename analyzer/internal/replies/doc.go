// Package replies knows where a package gets its replies from, and what becomes
// of them: which calls decode one, or return one that was just decoded, and
// what a function does with the one that it is given. It reports nothing; the
// check uncheckedcode asks it.
//
// A reply is a struct in which package binding finds a code. What becomes of a variable is told
// without the flow of control: its uses are listed, wherever they are, and each
// is a decode, a read of the code, or a way out of sight. Whatever is not
// understood is a way out of sight.
//
// What a function does with its parameters, and where its results are from, is a
// fact, so that a wrapper of another package (call(…, out any)) is a decode where it
// is called. A package without any code can have such wrappers, too.
//
// # Where to look
//
//   - replies.go: the analyzer, and what the check asks
//   - tables.go: functions of others that decode, read, show; chained.go: those that decode later; sources.go: where texts come from
//   - body.go: a function's variables and where they are mentioned; stored.go: what is stored in them
//   - trace.go: what becomes of a variable; mention.go: one mention's way out; calls.go: what calls do with it;
//     called.go: functions that are called by a variable;
//     wrapped.go: replies in something else; items.go: replies in replies; lookups.go: maps; reading.go: codes that are read;
//     asserted.go: what is asked of an any; itself.go: replies that fill themselves
//   - order.go: what can be executed after what
//   - summary.go, results.go, looks.go: functions; facts.go: those of other packages
//   - data.go, textwalk.go: where the text is from that is decoded; textread.go, owntext.go: who else looks at it; handed.go: texts
//     that are returned beside a reply; transport.go: HTTP transports that look at all replies
//   - submitted.go: replies that a library gives back as any
package replies

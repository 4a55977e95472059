// Package codeflow knows which codes a value can hold at one point of a
// function. Which values are codes at all is package binding's to say, and is
// never decided again here. What it claims is true of every execution; where it
// cannot know, it claims every code.
//
// # How it works
//
// The analysis goes forward over a function's control flow graph, to a fixpoint.
// A [state] maps locations (a variable and a path of fields, pointers and constant
// keys from it) to values, and says what each symbol can still be.
//
// A [symbol] stands for one unknown: the code that a parameter held, that a reply
// came in with, or the way in which a call ended. What it can be is a [set], of
// the members of its domain and one element for everything undocumented.
//
// A [value] is a list of cases: what it can be, and for which sets of the symbols
// it is that. That one form serves all:
//
//	c := r.ResponseCode   the code that s stands for
//	ok := c == 0          true where s is 0, false where it is anything else
//	err := check(c)       nil where s is 0, errBusy where s is 5 or 88, …
//	n, err := Atoi(text)  the code that s stands for where the call succeeded; 0 where it
//	                      failed, and then s is undocumented
//	class := table[c]     "later" where s is 5, "" where it is in no row
//
// So a branch on any of them (assume) narrows the sets of the symbols, and with
// them everything that is a copy, or depends on the same code. Where ways meet
// (join), a location that holds different codes gets a new symbol, and what each
// way knew is kept as knowledge about that one. A symbol is named after the place
// where it became known; when that place is executed again, in the next round of
// a loop, whatever still holds its old meaning is cut loose first (renew, forget).
//
// # Functions
//
// A [summary] tells callers what the results of a function are in terms of what
// it was given: of a predicate, for which codes it is true; of an error, for which
// codes it is not nil, and what it wraps. A code that the function itself fetched
// is a symbol of its own, of which each call has another, so a caller knows for
// which codes an error came back that it never saw. Exported functions' summaries
// are facts. An unexported function that is only ever called starts from what its
// callers hand over; a literal from what was known where it was made, of variables
// that nobody sets afterwards.
//
// # Where to look
//
//   - codeflow.go: what checks ask; untroubled.go: the same for when nothing but codes fails; alone.go: and when a function's
//     other requests succeed; inside.go: and when nobody but the package calls its functions; relayed.go: and what a function
//     that gets another one hands on; received.go, promised.go: and what comes through a channel; waited.go: and what a group
//     of goroutines brings; left.go, setter.go: what literals leave in variables around them, and functions in what they get; launched.go: and in goroutines that are
//     waited for; sources.go, brought.go: the replies that codes come from; asked.go, answers.go: predicates; back.go,
//     onward.go, rounds.go, jump.go: loops, and what their next round asks; ending.go: what is deferred; settles.go: whether an error
//     tells of every failing code
//   - program.go, shape.go, lastuse.go: what the text alone tells, of the package and of a function (package index has walked over it);
//     concern.go: which functions have to do with codes, the others are never followed
//   - engine.go: when which function is followed; entry.go: from where; replay.go: what is known at an expression
//   - set.go, universe.go, symbol.go, value.go, location.go, locate.go: the vocabulary
//   - state.go: states and their symbols; join.go: where ways meet
//   - solve.go: the fixpoint; flow.go: blocks and edges; exit.go: where a function returns; deferred.go: what happens behind that;
//     atleast.go: loops that go round at least once; iterate.go: loops over functions; byhand.go: and
//     such that search a list
//   - execute.go, store.go: statements; eval.go, operands.go, calls.go, convert.go, boxed.go, results.go: expressions
//   - conditions.go, truth.go: conditions; compare.go, relate.go, identity.go: comparisons; typeswitch.go: a type switch's clauses
//   - rules.go: the table of functions that tell something of codes; percode.go, parse.go, texttests.go, errorrules.go, errorsis.go,
//     errorsas.go, comesback.go: what they tell;
//     errortypes.go, errorparts.go, passesfor.go: errors of the program's own types; unseen.go: of which nobody here has a name;
//     marked.go: errors that a library has marked;
//     well.go: what else a reply says where it has no code
//   - tables.go: the program's own constant maps and lists; tablefacts.go: other packages'
//   - forget.go, others.go: what stores, calls and other goroutines make unknown, of which package effects knows what memory they
//     change; written.go: which locations that is
//   - summary.go, instance.go: functions, and one call of them; searched.go, answerfields.go, itself.go, presence.go, asksonly.go,
//     found.go: what they look for in an error that they get; dispatch.go, agreed.go, held.go: what is behind interfaces, and in fields;
//     facts.go, export.go, import.go: other packages' functions; sieve.go: functions of plain values
//
// How well it does is measured by package groundtruth, which shares no code with
// it: by running generated programs, and by mutants of this package.
package codeflow

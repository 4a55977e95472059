// Package groundtruth finds out what package codeflow should have said.
//
// The engine claims, for every expression that holds a code, which codes it can
// hold there. This package does not reason about that at all: it writes Go
// programs, compiles them, runs them with every code, and writes down what was
// seen. It shares no code with the engine, and its authors need not know how the
// engine works: only then does agreement mean something.
//
// # How it works
//
// [Generate] writes a [Program] from a seed: some hundred functions over codes,
// as people write them, with probes in between:
//
//	seen(17, r.ResponseCode)
//
// [Toolchain.Observe] compiles the program, drives each function with every code
// of its domain and several undocumented ones, together with all combinations
// (or a seeded sample) of its other inputs, and returns an [Observation]: for
// every probe the codes that were seen there. [Toolchain.Claims] runs the engine
// over the same text. [Compare] holds the two together: each code that was seen
// must have been claimed ([Unsound] otherwise), and in an exact function each code
// that was claimed must have been seen ([Inexact]). [Toolchain.Shrink] makes the
// function of a finding small enough to read.
//
// Observing costs most, and doesn't depend on the engine. So an observation is
// a plain value that can be kept and compared with the claims of many engines,
// as the mutation check does.
//
// # What exact means
//
// A probe in an exact function must be claimed to hold precisely the codes that
// were seen there. A function is exact by how it is written, which the generator
// knows: each [production] that can make a function inexact names the reason.
// Without a reason,
//
//   - there is one code, which comes from outside and is never written to again;
//   - every condition tests it: compares it, or a copy, with constants; searches
//     it in constant data; asks a predicate or a method of package codes; or is a
//     boolean of such tests that is assigned once; or several of these, joined by
//     && || and !;
//   - so the way through the function depends on the code alone, and what was run
//     with every code was run in every way.
//
// Undocumented codes are one element to the engine, whereas c < 5 tells -1 from
// 42. A function with such a test is exact as to its documented codes only: see
// [Members].
//
// Loops don't make a function inexact as long as they end by the code alone.
// [record.Step], called as pause(), ends what would go round for ever.
//
// What the grammar lacks is written by hand, in testdata/written: those programs are run and compared
// in the same way (written_test.go).
//
// Fixes are tried on the same programs: fixed ones must see what they saw (fixed_test.go).
//
// # Where to look
//
//   - domain.go: the codes
//   - program.go: a program and its functions; source.go writes them as files
//   - generate.go: the generator's state and its choice among productions
//   - entry.go: what functions take; conditions.go, predicates.go: what they test;
//     statements.go, switches.go, loops.go, …: what they do
//   - record: is linked into the programs, drives the functions and records
//   - toolchain.go, observe.go: compiles and runs; engine.go: runs the engine
//   - compare.go, shrink.go: what is wrong, in few lines; corpus.go: observed once,
//     compared with many engines
package groundtruth

// Package binding decides which values of a package are codes, and of which
// domain. It has no settings, reports nothing, and is the only owner of the
// facts by which one package tells another what it decided.
//
// # How it decides
//
// A [graph] of nodes is built in one walk over the package. A node stands for
// a place that holds values: a variable, a field, a function's result, a key
// of a decoded map. Edges are the stores: an assignment, an argument, a return,
// through everything that leaves a code what it is (a conversion, strconv, a
// type assertion; see transparent.go).
//
// Some nodes are seeds: there is evidence at the declaration itself that they
// hold a code. The evidence has three grades, [Stated], [Keyed] and [Named]
// (seed.go). A seed that is not stated belongs to a domain only if the
// constants that the package compares with it say so; they are collected per
// occurrence class, so that one embedded base reply can serve two domains. What
// speaks for and against is weighed in weigh.go.
//
// A node without a seed is a code if everything stored in it is a code of one
// domain, or a constant.
//
// Nothing here follows the flow of control: binding says what a declaration
// holds, not what a value can be at a line.
//
// # Where to look
//
//   - graph.go, locate.go: nodes, and which of them an expression denotes
//   - seed.go, lookup.go, raw.go, codetype.go, instances.go, directed.go: what has evidence of its own
//   - transparent.go, printed.go, cells.go, optional.go: what holds a code, or leaves it what it is
//   - walk.go, stores.go, arguments.go, containers.go: the stores
//   - callsites.go, keyparams.go, functions.go: helpers, which are judged per call; comparers.go: those of other packages,
//     by their types; sets.go: generic sets; provenance.go: where a node's codes come from
//   - uses.go, against.go, headers.go, encoded.go, counted.go, forms.go, hosts.go, publichost.go, fetched.go, worded.go, ownnumbers.go, handed.go: evidence for and against
//   - propagate.go: what reaches what; decide.go, weigh.go: how the evidence is weighed; value.go:
//     what an expression is bound to
//   - binding.go: the analyzer, and what the checks ask; replies.go: fields that hold codes; dynamic.go: what encoding/json makes;
//     negative.go, absent.go: what stands for no code
//   - meeting.go, saying.go, read.go, labels.go: the constants that meet a code, and what they say
//   - constants.go: the program's own names for codes
//   - facts.go, getters.go: what other packages learn
package binding

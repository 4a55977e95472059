// Package baddirective defines an analyzer that reports directives which say
// nothing, or not what their author meant, and checks that failed.
//
// # Analyzer baddirective
//
// baddirective: report directives that have no effect, and checks that failed
//
// What a program tells the checks by comments that begin with //errcodelint: is
// easily lost: a misspelt word, a blank line below it, and it is an ordinary
// comment.
//
//	//errcodelint:ignroe magiccode the bank's own number
//
// The analyzer reports these, with the nearest spelling that there is. It also
// reports an ignore that silences nothing, because the mistake is gone, so that
// no ignore hides the next one.
//
// It is also where a check that failed says so.
//
// # Categories
//
//   - malformed: a directive that is not written as directives are
//   - unknown: a directive, option, domain, check, class or parameter that there is not
//   - misplaced: a directive on something that it cannot be about, or that has to do with no code
//   - contradictory: directives that say different things of the same
//   - unused: an ignore of a check that would say nothing there
//   - failed: a check could not do its work
package baddirective

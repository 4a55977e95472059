package retriedcode

import (
	"go/ast"

	"github.com/errcodelint/errcodelint/analyzer/internal/codeflow"
	"github.com/errcodelint/errcodelint/analyzer/internal/excuses"
	"github.com/errcodelint/errcodelint/analyzer/internal/points"
	"github.com/errcodelint/errcodelint/analyzer/internal/repeats"
)

// This file is about what is asked of an operation's error: by predicates, or by errors.Is for what a list has.

// triedAgain returns the points at which an error is not nil, and what is asked about it says that it is to be tried
// again. Nobody knows if there are codes for which one of that may say both: maybe, if only for errors that have
// nothing to do with the code, as the transport's.
func (c *checker) triedAgain(at points.Point, err ast.Expr, asks []repeats.Question) ([]points.Point, tri) {
	if len(asks) == 0 {
		return []points.Point{at.Fails(err, true)}, yes
	}
	failed, failure, known := at.Failure(err)
	if !known {
		return nil, c.parts(at.Fails(err, true), at, at, false)
	}
	ways := []points.Point{{State: failed}}
	all := yes
	for _, q := range asks {
		var again []points.Point
		for _, w := range ways {
			here, known := c.goesOn(w, failure, q)
			switch known {
			case no:
				return nil, no
			case maybe:
				all = maybe
			}
			again = append(again, here...)
		}
		ways = again
	}
	return ways, all
}

// goesOn is triedAgain for one question.
func (c *checker) goesOn(failed points.Point, err codeflow.Failure, q repeats.Question) ([]points.Point, tri) {
	if q.Fun != nil {
		again, ok := failed.Answers(q.Fun, err, q.Again)
		not, _ := failed.Answers(q.Fun, err, !q.Again)
		return []points.Point{again}, c.parts(failed, again, not, ok)
	}
	var found []points.Point
	all := yes
	for _, target := range q.Among {
		is, ok := failed.Finds(err, target, true)
		not, _ := failed.Finds(err, target, false)
		switch c.parts(failed, is, not, ok) {
		case no:
			return nil, no
		case maybe:
			all = maybe
		}
		found, failed = append(found, is), not
	}
	if q.Again {
		return found, all
	}
	return []points.Point{failed}, all
}

// parts reports whether a question about an error, whose answers are known or not, parts the codes.
func (c *checker) parts(failed, is, not points.Point, ok bool) tri {
	known := yes
	for _, o := range failed.Origins() {
		switch {
		case ok && !excuses.Blurs(failed, is, not, o.Call):
		case !o.All():
			return no
		default:
			known = maybe
		}
	}
	if !ok {
		known = maybe
	}
	return known
}
